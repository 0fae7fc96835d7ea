import { rule } from '../rule.ts'
import { inPolicy, linkText, suppliesOf } from './in-policy.ts'

export default rule({
  id: 'links-are-ethernet',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the links of a bond are Ethernet',
  why: 'InfiniBand can be bonded in mode active-backup, with networks of type ib-sriov; little of what is known about bonds of virtual functions holds for it.',
  sources: ['k8snetworkplumbingwg/bond-cni issue 31'],
  examples: {
    bad: [{ policies: { port0: { linkType: 'ib' } } }, { policies: { port0: { linkType: 'IB' } } }],
    good: [{ policies: { port0: { linkType: 'eth' } } }],
  },
  check(bond, report) {
    if (bond.settings.mode !== 'active-backup') return
    for (const { link, policy } of suppliesOf(bond)) {
      if (policy.linkType.toLowerCase() !== 'ib') continue
      const { place, options } = inPolicy(link, policy, ['linkType'])
      const found = `policy ${policy.reference.name} makes ${linkText(bond, link)} InfiniBand`
      report(place, found, 'Set linkType: eth, or use SriovIBNetworks for the links', options)
    }
  },
})
