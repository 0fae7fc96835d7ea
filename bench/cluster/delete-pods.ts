import type { Cluster } from '../../test/cluster/cluster.ts'
import { memberOf } from '../../test/cluster/json-member.ts'
import { until } from '../../test/cluster/until.ts'

/** Deletes all pods of a namespace. One request for thousands of them takes longer than a request may. */
export async function deletePods(cluster: Cluster, namespace: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods`
  const look = async () => {
    // The API server goes on with a request that its caller has given up.
    await cluster.request(path, { method: 'DELETE' }).catch(() => undefined)
    const { body } = await cluster.request(`${path}?limit=1`)
    const items = memberOf(JSON.parse(body), 'items')
    return Array.isArray(items) && items.length === 0
  }
  await until(`no pods are left in ${namespace}`, look, { within: 300_000 })
}
