import { randomBytes } from 'node:crypto'
import { memberOf } from '../cluster/json-member.ts'
import { until } from '../cluster/until.ts'
import type { Scene } from './fault.ts'

/**
 * Creates a network that no pod uses, and waits until every replica knows of it: only a watch or a list can tell. Nobody
 * else may create or delete networks meanwhile. Returns the milliseconds from its creation.
 */
export async function untilFollowed({ plane, fleet, site }: Scene): Promise<number> {
  const begin = performance.now()
  await site.networks.create(`marker-${randomBytes(4).toString('hex')}`, '{"cniVersion":"1.0.0","type":"macvlan"}')
  const list = await plane.request('/apis/k8s.cni.cncf.io/v1/network-attachment-definitions')
  const items = memberOf(JSON.parse(list.body), 'items')
  const all = Array.isArray(items) ? items.length : 0
  const counts = async () => Promise.all(fleet.replicas.map(one => one.metric('bond_injector_networks')))
  let last: readonly number[] = []
  const look = async () => (last = await counts()).every(count => count === all)
  const explain = () => `${all} networks, and the replicas know ${last.join(', ')}`
  await until('every replica knows the new network', look, { within: 180_000, explain })
  return performance.now() - begin
}
