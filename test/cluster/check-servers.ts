import { once } from 'node:events'
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import type { Test } from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'

/** Where a webhook could be, and the authority (PEM) that its certificate is signed by. */
export interface BadServer {
  readonly port: number
  readonly ca: string
}

const day = 24 * 60 * 60 * 1000

/** A webhook server with a certificate for these names, made so many days from now, that gives every request this answer. */
export async function httpsServer(
  t: Test,
  names: readonly string[],
  { daysFromNow = 0, code = 503, body = '' } = {},
): Promise<BadServer> {
  const made = new Date(Date.now() + daysFromNow * day)
  const authority = await makeAuthority(made)
  const { key, cert } = await authority.issue(names, made)
  const server = createHttpsServer({ key, cert }, (incoming, outgoing) => {
    incoming.resume().on('end', () => outgoing.writeHead(code, { 'content-type': 'application/json' }).end(body))
  })
  return { port: await listening(t, server), ca: authority.cert }
}

/** A server that does this to whoever connects, and speaks no TLS. */
export async function plainServer(t: Test, connected: (socket: Socket) => void): Promise<BadServer> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    connected(socket)
  })
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
  })
  const { cert } = await makeAuthority(new Date())
  return { port: await listening(t, server), ca: cert }
}

async function listening(t: Test, server: Server | HttpsServer): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    // The API server keeps its connections for 90 s.
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
