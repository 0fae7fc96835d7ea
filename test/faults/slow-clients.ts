import { connect as connectPlain, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import type { Fault } from './fault.ts'

const each = 100
const seconds = 15

/** What one of them does on its connection, and then once a second. */
interface SlowClient {
  readonly open: (port: number) => Socket
  readonly say: (socket: Socket) => void
}

const tls = (port: number) => connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false })
const plain = (port: number) => connectPlain(port, '127.0.0.1')

const slow: Readonly<Record<string, SlowClient>> = {
  silent: { open: plain, say: () => undefined },
  // The first bytes of a TLS record that promises 512 more.
  'half a handshake': { open: plain, say: socket => socket.write(Buffer.from([22, 3, 1, 2, 0, 1])) },
  'headers, a line a second': { open: tls, say: socket => socket.write('X-Slow: 1\r\n') },
  'a body, a byte a second': { open: tls, say: socket => socket.write(' ') },
}

const begins: Readonly<Record<string, string>> = {
  'headers, a line a second': 'POST /mutate/pods HTTP/1.1\r\nHost: x\r\n',
  'a body, a byte a second':
    'POST /mutate/pods HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n',
}

export const slowClients: Fault = {
  name: 'slow clients',
  happens: `${4 * each} clients keep connections to the webhook open and busy: ${Object.keys(slow).join('; ')}; each is opened again when it is closed`,
  async inject({ fleet }) {
    const held = new Set<Socket>()
    let opened = 0
    const hold = (name: string, { open, say }: SlowClient) => {
      const socket = open(fleet.relay.port)
      opened++
      held.add(socket)
      socket.on('error', () => undefined).write(begins[name] ?? '')
      const saying = setInterval(say, 1_000, socket)
      socket.on('close', () => {
        clearInterval(saying)
        if (held.delete(socket)) hold(name, { open, say })
      })
    }
    for (const [name, client] of Object.entries(slow)) for (let one = 0; one < each; one++) hold(name, client)
    await setTimeout(seconds * 1000)
    const open = await Promise.all(fleet.replicas.map(one => one.metric('bond_injector_connections_open')))
    for (const socket of [...held]) {
      held.delete(socket)
      socket.destroy()
    }
    return { notes: [`${opened} connections in ${seconds} s; TLS connections open in the end: ${open.join(', ')}`] }
  },
}
