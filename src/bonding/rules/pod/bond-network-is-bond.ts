import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'bond-network-is-bond',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'the network that the pod asks for is a bond',
  why: 'Only a network whose config has the type bond, or a plugin of that type in its list, makes a bond. The label names the bond, not its links.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/types/conf.go'],
  examples: {
    bad: [{ label: 'sriovnet1' }, { label: 'bond-net1', definitions: { 'bond-net1': { config: '' } } }],
    good: [{ label: 'bond-net1' }],
  },
  check(pod, report) {
    for (const { place, wanted, candidates } of problemsOf(pod, 'bond-network-is-bond')) {
      const fix =
        candidates.length > 0
          ? `Name a bond network of namespace ${wanted.namespace}: ${listed(candidates)}`
          : 'Name a network attachment definition whose spec.config has "type": "bond"'
      report(place, `${networkText(wanted)} is not a bond: no plugin of its config has "type": "bond"`, fix)
    }
  },
})
