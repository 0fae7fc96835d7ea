import type { FastifyInstance } from 'fastify'
import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'

/** Stops a server; resolves when its last connection is gone, at the latest after that time. */
export type Drain = (milliseconds: number) => Promise<void>

/**
 * `close()` alone waits for ever for a connection that never sent a request, or that was in the middle of one: idle
 * connections are closed as they become idle, the rest at the deadline.
 *
 * @param leave from then on each connection ends behind its answer
 */
export function drainable<S extends HttpServer | HttpsServer>(app: FastifyInstance<S>, leave: () => void): Drain {
  return async milliseconds => {
    leave()
    const idle = setInterval(() => {
      app.server.closeIdleConnections()
    }, 100)
    const deadline = setTimeout(() => {
      app.server.closeAllConnections()
    }, milliseconds)
    try {
      await app.close()
    } finally {
      clearInterval(idle)
      clearTimeout(deadline)
    }
  }
}
