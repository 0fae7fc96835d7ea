import { constants } from 'node:os'

/** Something that the reader can change: shown as a sentence, without a stack. */
export class Misuse extends Error {}

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGPIPE'

class Stopped extends Error {
  readonly signal: Signal

  constructor(signal: Signal) {
    super('stopped')
    this.signal = signal
  }
}

/**
 * Runs a script to its exit code. On Ctrl-C and SIGTERM the signal given to it is aborted; the script ends what it has
 * started and returns.
 */
export async function runScript(name: string, script: (stop: AbortSignal) => Promise<number>): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop.abort(new Stopped(signal))
    })
  }
  // Whoever read us has seen enough (`| head`): that is no defect.
  process.stdout.on('error', () => {
    stop.abort(new Stopped('SIGPIPE'))
  })
  try {
    process.exitCode = await script(stop.signal)
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    const text = error instanceof Misuse || error instanceof Stopped ? error.message : inFull(error)
    process.stderr.write(`${name}: ${text}\n`)
  }
}

/** As the program itself: 2 wrong use, 3 a defect; as shells do: 128 and the number of the signal. */
function exitCodeOf(error: unknown): number {
  if (error instanceof Stopped) return 128 + constants.signals[error.signal]
  return error instanceof Misuse ? 2 : 3
}

function inFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
