import { once } from 'node:events'
import { createServer } from 'node:net'

const lowest = 20_000
const count = 10_000

/**
 * Free ports, each another one, below the ranges from which kernels take ports of outgoing connections. One from such a
 * range may be taken while its server is being restarted, even by a client that connects to itself while it retries.
 */
export async function freeLoopbackPorts(wanted: number): Promise<readonly number[]> {
  const ports = new Set<number>()
  while (ports.size < wanted) {
    const port = lowest + Math.floor(Math.random() * count)
    if (await isFree(port)) ports.add(port)
  }
  return [...ports]
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
