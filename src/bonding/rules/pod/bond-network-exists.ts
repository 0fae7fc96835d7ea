import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { problemsOf } from './problems.ts'
import { leftOutFix, leftOutText } from './left-out.ts'
import { annotations } from '../../keys.ts'

export default rule({
  id: 'bond-network-exists',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'the bond network that the pod asks for exists',
  why: 'Without it there is nothing to inject. A controller tries again, so the pod is made as soon as the network is there.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:300-307'],
  examples: {
    bad: [
      { label: 'bond-net' },
      { label: 'backbone' },
      { label: '', annotations: { [annotations.bonds]: 'other/bond-net1' } },
      { label: 'bond-net1', definitions: { 'bond-net1': null } },
    ],
    good: [{ label: 'bond-net1' }],
  },
  check(pod, report) {
    for (const { place, wanted, leftOut, candidates, near } of problemsOf(pod, 'bond-network-exists')) {
      const { namespace, name } = wanted
      const found = leftOut ? leftOutText(wanted) : `there is no network attachment definition ${networkText(wanted)}`
      const correct = near
        ? `Did you mean ${candidates.join(', ')}?`
        : candidates.length > 0
          ? `Use a bond network of namespace ${namespace}: ${listed(candidates)}`
          : `Create network attachment definition ${name} in namespace ${namespace}, or correct the name`
      report(place, found, leftOut ? leftOutFix(wanted) : correct, { reason: 'FieldValueNotFound' })
    }
  },
})
