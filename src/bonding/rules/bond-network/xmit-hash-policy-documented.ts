import { rule } from '../rule.ts'
import { readsNewerKeys } from './newer-keys.ts'

/** layer2 and layer2+3 are the other two. */
const documented = 'layer3+4'
const known = ['encap2+3', 'encap3+4', 'vlan+srcmac']

export default rule({
  id: 'xmit-hash-policy-documented',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'documented',
  summary: 'xmitHashPolicy is one of the three documented policies',
  why: 'The documentation of OpenShift lists layer2, layer2+3 and layer3+4. Bond CNI takes three more, of which Linux before 5.12 does not know vlan+srcmac.',
  sources: ['openshift/openshift-docs modules/nw-multus-bond-cni-object.adoc'],
  examples: {
    bad: [
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "vlan+srcmac"',
      '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "encap3+4"',
    ],
    good: ['"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer2+3"'],
  },
  check(bond, report, site) {
    if (!readsNewerKeys(site)) return
    const { xmitHashPolicy: policy } = bond.settings
    if (policy === undefined || policy === null || !known.includes(policy)) return
    report(bond.at('xmitHashPolicy'), 'not documented', `Use ${documented}`)
  },
})
