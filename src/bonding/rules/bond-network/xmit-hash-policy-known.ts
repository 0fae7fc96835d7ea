import { nearest } from '../../did-you-mean.ts'
import { rule } from '../rule.ts'
import { readsNewerKeys } from './newer-keys.ts'
import { brief, quoted, wrongType } from './written.ts'

/** vishvananda/netlink 1.3.1 link.go:806-813. */
const policies: readonly string[] = ['layer2', 'layer2+3', 'layer3+4', 'encap2+3', 'encap3+4', 'vlan+srcmac']

export default rule({
  id: 'xmit-hash-policy-known',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'xmitHashPolicy is one of the six names of hash policies',
  why: 'Bond CNI compares the text exactly, and an empty text is not the default.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:96-98', 'vishvananda/netlink link.go:806-813'],
  examples: {
    bad: [
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer4"',
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "Layer2"',
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": ""',
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": 2',
    ],
    good: ['"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"', '"xmitHashPolicy": null'],
  },
  check(bond, report, site) {
    if (!readsNewerKeys(site)) return
    const wrong = wrongType(bond, 'xmitHashPolicy', 'the name of a policy')
    if (wrong) report(wrong.place, wrong.found, fixOf(''))
    const { xmitHashPolicy: policy } = bond.settings
    if (policy === undefined || policy === null || policies.includes(policy)) return
    const found = `${quoted(policy)} is no hash policy (Bond CNI: xmitHashPolicy is not supported, actual: ${brief(policy)})`
    report(bond.at('xmitHashPolicy'), found, fixOf(policy), { reason: 'FieldValueNotSupported' })
  },
})

function fixOf(policy: string): string {
  const meant = nearest(policy, policies)
  const question = meant.length > 0 ? `Did you mean ${meant.join(' or ')}? ` : ''
  return `${question}Use one of ${policies.join(', ')}, or leave xmitHashPolicy out`
}
