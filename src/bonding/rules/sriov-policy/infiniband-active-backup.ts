import { rule } from '../rule.ts'
import { inPolicy, linkText, suppliesOf } from './in-policy.ts'

export default rule({
  id: 'infiniband-active-backup',
  object: 'sriov-policy',
  severity: 'error',
  certainty: 'kernel',
  summary: 'InfiniBand is bonded in mode active-backup only',
  why: 'Linux takes no link of another type than Ethernet into a bond of any other mode.',
  sources: ['Linux drivers/net/bonding/bond_main.c bond_enslave', 'k8snetworkplumbingwg/bond-cni issue 30'],
  examples: {
    bad: [
      {
        policies: { port0: { linkType: 'ib' } },
        bond: { with: '"mode": "balance-xor", "xmitHashPolicy": "layer3+4"', without: ['failOverMac'] },
      },
    ],
    good: [
      {
        policies: { port0: { linkType: 'ETH' } },
        bond: { with: '"mode": "balance-xor", "xmitHashPolicy": "layer3+4"', without: ['failOverMac'] },
      },
    ],
  },
  check(bond, report) {
    const { mode } = bond.settings
    if (mode === undefined || mode === 'active-backup') return
    for (const { link, policy } of suppliesOf(bond)) {
      if (policy.linkType.toLowerCase() !== 'ib') continue
      const { place, options } = inPolicy(link, policy, ['linkType'])
      const found = `policy ${policy.reference.name} makes ${linkText(bond, link)} InfiniBand, and its mode is ${mode}`
      report(place, found, 'Set linkType: eth', options)
    }
  },
})
