import { rule } from '../rule.ts'
import { inPolicy, linkText, suppliesOf } from './in-policy.ts'

export default rule({
  id: 'policy-mtu-given',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'advice',
  summary: 'under a bond with jumbo frames the policies say the mtu',
  why: 'Without mtu in the policy a virtual function keeps what it has, which normally is 1500, and Bond CNI then refuses the bond. Where somebody else has raised it, it works until the node is set up anew.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/util/validation.go:18-60'],
  examples: {
    bad: [{ policies: { port1: { mtu: 9000 } }, bond: '"mtu": 9000' }],
    good: [{ policies: { port0: { mtu: 9000 }, port1: { mtu: 9000 } }, bond: '"mtu": 9000' }, { bond: '"mtu": 1500' }],
  },
  check(bond, report) {
    const { mtu } = bond.settings
    if (mtu === undefined || mtu <= 1500) return
    for (const { link, policy } of suppliesOf(bond)) {
      if (policy.mtu !== undefined) continue
      const { place, options } = inPolicy(link, policy, ['mtu'])
      const found = `policy ${policy.reference.name} gives no mtu, but ${linkText(bond, link)} needs ${mtu}`
      report(place, found, `Set mtu: ${mtu} in policy ${policy.reference.name}`, {
        ...options,
        reason: 'FieldValueRequired',
      })
    }
  },
})
