import { rule } from '../rule.ts'

export default rule({
  id: 'host-local-per-node',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the IPAM plugin of a bond knows the addresses of the whole cluster',
  why: 'host-local keeps its addresses in a directory on each node: two pods on two nodes get the same one, in the same network. With one node, or a range for each, it is right.',
  sources: ['k8snetworkplumbingwg/multus-cni issues 640, 1150'],
  examples: {
    bad: ['"ipam": {"type": "host-local", "subnet": "10.56.217.0/24"}'],
    good: [
      '"ipam": {"type": "whereabouts", "range": "10.56.217.0/24"}',
      '"ipam": {"type": "static", "addresses": [{"address": "10.56.217.9/24"}]}',
    ],
  },
  check(bond, report) {
    if (bond.settings.ipamType !== 'host-local') return
    report(bond.at('ipam', 'type'), 'counts per node', 'Consider whereabouts')
  },
})
