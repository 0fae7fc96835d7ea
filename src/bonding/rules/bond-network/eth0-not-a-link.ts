import { rule } from '../rule.ts'

export default rule({
  id: 'eth0-not-a-link',
  object: 'bond-network',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'eth0 is no link of a bond',
  why: "eth0 is the pod's interface in the cluster network. Bond CNI takes it into the bond without a word, and the pod loses services, DNS and its probes.",
  sources: ['openshift/openshift-docs modules/nw-sriov-cfg-bond-interface-with-virtual-functions.adoc'],
  examples: {
    bad: ['"links": [{"name": "eth0"}, {"name": "net1"}]', '"links": [{"name": "net1"}, {"name": "eth0"}]'],
    good: ['"links": [{"name": "eth1"}, {"name": "eth2"}]'],
  },
  check(bond, report) {
    const index = (bond.settings.links ?? []).findIndex(({ name }) => name === 'eth0')
    if (index < 0) return
    const found = "eth0 is the pod's interface in the cluster network"
    report(bond.at('links', index, 'name'), found, 'Use an SR-IOV attachment instead, e.g. net2', {
      reason: 'FieldValueForbidden',
    })
  },
})
