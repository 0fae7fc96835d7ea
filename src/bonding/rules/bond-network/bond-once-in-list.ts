import { rule } from '../rule.ts'

const bond =
  '{"type": "bond", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true, "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}'

export default rule({
  id: 'bond-once-in-list',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'a list of plugins has one bond',
  why: 'All plugins of a list work on one interface. The second bond cannot be made, since there is an interface of that name: "file exists". What else is wrong with it is not judged.',
  sources: [
    'k8snetworkplumbingwg/bond-cni bond/bond.go:173-176',
    'containernetworking/cni libcni/api.go AddNetworkList',
  ],
  examples: {
    bad: [
      `{"cniVersion": "0.3.1", "name": "l", "plugins": [${bond}, ${bond}]}`,
      `{"cniVersion": "0.3.1", "name": "l", "plugins": [${bond}, {"type": "tuning"}, {"type": "bond"}]}`,
    ],
    good: [`{"cniVersion": "0.3.1", "name": "l", "plugins": [${bond}, {"type": "tuning"}]}`],
  },
  check(bond, report) {
    if (bond.config.kind !== 'plugins') return
    for (const { typePlace } of bond.config.plugins.filter(({ type }) => type === 'bond').slice(1)) {
      const found = 'a second bond in one list, and all plugins of a list share one interface (the kernel: file exists)'
      const fix = 'Give each bond a network attachment definition of its own'
      report(typePlace, found, fix, { reason: 'FieldValueDuplicate' })
    }
  },
})
