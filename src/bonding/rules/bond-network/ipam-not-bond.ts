import { rule } from '../rule.ts'

export default rule({
  id: 'ipam-not-bond',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'the type of ipam is a plugin that gives addresses',
  why: 'Bond CNI would call itself, and refuses that. The type bond belongs to the config, not to ipam.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:69-71'],
  examples: {
    bad: ['"ipam": {"type": "bond"}', '"ipam": {"type": "bond", "subnet": "10.56.217.0/24"}'],
    good: ['"ipam": {"type": "whereabouts", "range": "10.56.217.0/24"}', '"ipam": {}'],
  },
  check(bond, report) {
    if (bond.settings.ipamType !== 'bond') return
    const found = '"bond" gives no addresses (Bond CNI: bond is not a suitable IPAM type)'
    const fix =
      'Choose an IPAM plugin (whereabouts, static, host-local), or leave ipam out for a bond without addresses'
    report(bond.at('ipam', 'type'), found, fix, { reason: 'FieldValueNotSupported' })
  },
})
