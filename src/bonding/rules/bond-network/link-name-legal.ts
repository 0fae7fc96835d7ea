import { interfaceNameProblem } from '../../interface-name.ts'
import { rule } from '../rule.ts'
import { quoted } from './written.ts'

export default rule({
  id: 'link-name-legal',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the name of a link is one that an interface in a pod can have',
  why: 'Links are looked up in the pod by name, and neither Multus nor the kernel gives an interface such a name: "failed to confirm that link (...) exists, error: Link not found". Links on the host are not judged: they may have alternative names.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:118-129', 'containernetworking/cni pkg/utils/utils.go'],
  examples: {
    bad: [
      '"links": [{"name": "very-long-interface-name"}, {"name": "net2"}]',
      '"links": [{"name": "net 1"}, {"name": "net2"}]',
      '"links": [{"name": "demo/sriovnet1"}, {"name": "demo/sriovnet2"}]',
      '"links": [{"name": "net1"}, {"name": "net%d"}]',
      '"links": [{"name": "net1"}, {"name": "net2\\u0000"}]',
    ],
    good: [
      '"links": [{"name": "net1"}, {"name": "Sriov_Net.2"}]',
      '"links": [{"name": "a"}, {"name": "fifteen-letters"}]',
    ],
  },
  check(bond, report) {
    if (bond.settings.linksInContainer === false) return
    for (const [index, { name = '' }] of (bond.settings.links ?? []).entries()) {
      const problem = name === '' ? undefined : interfaceNameProblem(name)
      if (!problem) continue
      const found = `no interface can be called ${quoted(name)}: the name ${problem.reason}`
      const fix = 'Use the name of an interface in the pod, e.g. net1: at most 15 letters, digits, "-", "_" or "."'
      report(bond.at('links', index, 'name'), found, fix)
    }
  },
})
