import type { CniConfig } from '../cni-config.ts'
import { goFold } from '../go-fold.ts'

/** Plugins that give their interface the mtu of their config. SR-IOV CNI is none: its mtu comes from the policy. */
const setters = ['macvlan', 'ipvlan', 'bridge', 'vlan', 'tuning']

/** The mtu that the config of a link gives it; undefined where the config does not say. The last plugin wins. */
export function linkMtu(config: CniConfig): number | undefined {
  if (config.kind !== 'plugins') return undefined
  const given = config.plugins
    .filter(({ type }) => setters.includes(type))
    .map(({ received }) => received.members.findLast(({ key }) => goFold(key.value) === goFold('mtu'))?.value)
    .findLast(node => node?.kind === 'number')
  const mtu = given?.kind === 'number' ? Number(given.literal) : 0
  return Number.isInteger(mtu) && mtu > 0 ? mtu : undefined
}
