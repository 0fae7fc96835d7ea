import { rule } from '../rule.ts'

export default rule({
  id: 'bond-mtu-as-policies',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'a bond over virtual functions with jumbo frames has an mtu',
  why: 'A bond without mtu has 1500, and lowers its links to that without a word, whatever their policies say.',
  sources: ['run: Linux 6.12, bond mtu unset, links at 9000: lowered to 1500'],
  examples: {
    bad: [{ policies: { port0: { mtu: 9000 }, port1: { mtu: 9000 } } }],
    good: [{ policies: { port0: { mtu: 9000 }, port1: { mtu: 9000 } }, bond: '"mtu": 9000' }, {}],
  },
  check({ network, settings, links }, report) {
    if (settings.mtu !== 0) return
    const least = Math.min(...links.flatMap(({ policies }) => policies.map(({ mtu }) => mtu ?? 0)))
    if (least <= 1500 || least === Infinity) return
    report(network.at('mtu'), `unset: links fall from ${least} to 1500`, `Set "mtu": ${least}`)
  },
})
