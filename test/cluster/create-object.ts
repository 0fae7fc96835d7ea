import type { Cluster } from './cluster.ts'

/** Creates an object. Throws with the API server's words where it does not want it. */
export async function createObject(cluster: Cluster, path: string, body: unknown): Promise<void> {
  const answer = await cluster.request(path, { method: 'POST', body })
  if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${answer.body}`)
}

/** Deletes an object, which may be gone already. */
export async function deleteObject(cluster: Cluster, path: string): Promise<void> {
  const { status, body } = await cluster.request(path, { method: 'DELETE' })
  if (status !== 200 && status !== 202 && status !== 404) throw new Error(`DELETE ${path}: ${status} ${body}`)
}
