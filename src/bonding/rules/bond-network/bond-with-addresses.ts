import { rule } from '../rule.ts'

export default rule({
  id: 'bond-with-addresses',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  off: true,
  summary: 'a bond has ipam',
  why: 'Without ipam the bond gets no address. That is legal, and right for layer 2. The rule is off unless a site asks for it: --rule bond-with-addresses=warning.',
  sources: ['k8snetworkplumbingwg/bond-cni README.md'],
  examples: {
    bad: [{ without: ['ipam'] }, '"ipam": {}'],
    good: ['"ipam": {"type": "static", "addresses": [{"address": "10.56.217.9/24"}]}'],
  },
  check(bond, report) {
    if (bond.settings.ipamType !== '') return
    report(bond.at('ipam'), 'none: the bond gets no address', 'Add ipam')
  },
})
