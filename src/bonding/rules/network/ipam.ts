import { goFold } from '../../go-fold.ts'
import type { JsonNode, JsonObject } from '../../go-json.ts'
import type { Network } from '../../network.ts'

/** Plugins that call an IPAM plugin. Others may have the key and not look at it. */
export const delegating: readonly string[] = [
  'bond',
  'sriov',
  'ib-sriov',
  'macvlan',
  'ipvlan',
  'bridge',
  'ptp',
  'host-device',
  'vlan',
  'dummy',
  'tap',
]

/** The ipam of a network whose config the whole chain reads, if its plugin type is that one. */
export function ipamOfType(network: Network, type: string): JsonObject | undefined {
  if (network.ipamType !== type) return undefined
  const { config, plugin, ipam } = network
  // With a wrong type somewhere nobody gets as far as IPAM.
  if (config.kind !== 'plugins' || config.problems.length > 0 || ipam?.kind !== 'object') return undefined
  return plugin && delegating.includes(plugin.type) ? ipam : undefined
}

/** As Go finds it: any spelling, the last one. */
export function memberOf(node: JsonNode, key: string): JsonNode | undefined {
  if (node.kind !== 'object') return undefined
  return node.members.findLast(each => goFold(each.key.value) === goFold(key))?.value
}
