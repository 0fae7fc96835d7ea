import type { EventEmitter } from 'node:events'

/** Whoever reads us may have enough (`| head`): that is no mistake, and what is left to say is for nobody. */
export function toleratesClosedPipe(stream: EventEmitter): void {
  if (!stream.listeners('error').includes(onError)) stream.on('error', onError)
}

function onError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
