import { rule } from '../rule.ts'
import { suppliesOf } from './in-policy.ts'

export default rule({
  id: 'bond-mtu-within-policies',
  object: 'sriov-policy',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the mtu of a bond is not above that of the policies of its links',
  why: 'The policy sets the mtu of the virtual functions. Bond CNI compares before it makes the bond, and takes a missing mtu for 1500: "requested MTU for bond is bigger than that of the slave link".',
  sources: ['k8snetworkplumbingwg/bond-cni bond/util/validation.go:18-60', 'run: mtu 9000 on 1500 links'],
  examples: {
    bad: [
      { policies: { port0: { mtu: 1500 }, port1: { mtu: 9000 } }, bond: '"mtu": 9000' },
      { policies: { port0: { mtu: 1400 } } },
    ],
    good: [
      { policies: { port0: { mtu: 9000 }, port1: { mtu: 9000 } }, bond: '"mtu": 9000' },
      { policies: { port0: { mtu: 1400 } }, bond: '"mtu": 1400' },
    ],
  },
  check(bond, report) {
    const { network, settings } = bond
    if (settings.mtu === undefined || settings.mtu < 0) return
    const mtu = settings.mtu || 1500
    const [low] = suppliesOf(bond)
      .flatMap(({ link, policy }) =>
        policy.mtu !== undefined && policy.mtu < mtu ? [{ link, policy, mtu: policy.mtu }] : [],
      )
      .toSorted((a, b) => a.mtu - b.mtu)
    if (!low) return
    const { link, policy } = low
    const given = settings.mtu === 0 ? 'missing, which is 1500' : mtu
    const found = `${given}, but policy ${policy.reference.name} gives link ${link.link} ${low.mtu}`
    report(network.at('mtu'), found, `Set "mtu": ${low.mtu} in the bond, or mtu: ${mtu} in the policy`)
  },
})
