import type { Cluster } from './cluster.ts'

/** How many requests for NADs with this verb (`LIST`, `WATCH`, `GET`) the API server has answered, by its own count. */
export async function requestsServed(cluster: Cluster, verb: string): Promise<number> {
  const all = (await cluster.metrics()).split('\n').filter(line => line.startsWith('apiserver_request_total{'))
  const wanted = [`verb="${verb}"`, 'resource="network-attachment-definitions"']
  const counts = all.filter(line => wanted.every(label => line.includes(label)))
  return counts.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}
