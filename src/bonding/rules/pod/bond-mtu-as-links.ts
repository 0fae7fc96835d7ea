import { rule } from '../rule.ts'
import { fedLinks } from './fed-links.ts'

const macvlan = '{"cniVersion":"0.3.1","type":"macvlan","master":"eth1","mtu":9000}'
const networks = 'left@net1,right@net2'
const settings = { rules: { 'links-are-sriov': 'off' } } as const
const definitions = { left: macvlan, right: macvlan }

export default rule({
  id: 'bond-mtu-as-links',
  object: 'pod',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'a bond over links with jumbo frames has an mtu',
  why: 'A bond without mtu has 1500, and lowers its links to that without a word. Judged where the config of a link says its mtu: that of a virtual function is set by the policy.',
  sources: ['run: Linux 6.12, bond mtu unset, links at 9000: lowered to 1500'],
  examples: {
    bad: [{ networks, definitions, settings }],
    good: [{ networks, definitions: { ...definitions, 'bond-net1': '"mtu": 9000' }, settings }],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      if (bond.network.settings?.mtu !== 0) continue
      const links = fedLinks(pod, bond)
      const mtus = links.map(({ network }) => (network.kind === 'link' ? network.mtu : undefined) ?? 0)
      const least = Math.min(...mtus)
      if (links.length === 0 || least <= 1500) continue
      const options = { on: bond.network, reveals: links.map(({ network }) => network).concat(bond.network) }
      report(bond.network.at('mtu'), `unset: links fall to 1500`, `Set "mtu": ${least}`, options)
    }
  },
})
