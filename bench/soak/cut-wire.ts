import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A TCP proxy on loopback whose connections can be broken off. */
export interface CutWire {
  readonly port: number
  /** Breaks off all connections that are open; new ones are not concerned. */
  cut(): void
  close(): Promise<void>
}

/** @param upstream port on loopback where every connection goes on */
export async function openCutWire(upstream: number): Promise<CutWire> {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, client => {
    const far = connect({ host: '127.0.0.1', port: upstream, noDelay: true })
    for (const [one, other] of [
      [client, far],
      [far, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    async close() {
      const closed = once(server.close(), 'close')
      cut()
      await closed
    },
  }
}
