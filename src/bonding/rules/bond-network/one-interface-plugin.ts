import { rule } from '../rule.ts'

const bond =
  '{"type": "bond", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}'

/** Plugins that make or bring the interface of the attachment. */
const makers = ['sriov', 'ib-sriov', 'macvlan', 'ipvlan', 'bridge', 'host-device', 'ptp', 'vlan', 'dummy', 'tap', 'ovs']

export default rule({
  id: 'one-interface-plugin',
  object: 'bond-network',
  severity: 'error',
  certainty: 'kernel',
  summary: 'the bond is the only plugin of its list that makes an interface',
  why: 'All plugins of a list get one interface name. The link would take the name of the bond, so that the bond cannot be made: "file exists". Links are networks of their own.',
  sources: ['containernetworking/cni libcni/api.go AddNetworkList'],
  examples: {
    bad: [
      `{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "sriov"}, ${bond}]}`,
      `{"cniVersion": "0.3.1", "name": "l", "plugins": [${bond}, {"type": "macvlan"}]}`,
    ],
    good: [`{"cniVersion": "0.3.1", "name": "l", "plugins": [${bond}, {"type": "tuning"}]}`],
  },
  check({ config }, report) {
    if (config.kind !== 'plugins') return
    const other = config.plugins.find(({ type }) => makers.includes(type))
    if (!other) return
    const found = `${other.type} and bond in one list, and all plugins of a list share one interface`
    report(other.typePlace, found, `Give ${other.type} a network attachment definition of its own`)
  },
})
