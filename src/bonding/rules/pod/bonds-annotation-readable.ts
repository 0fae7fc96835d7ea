import { annotations } from '../../keys.ts'
import { rule } from '../rule.ts'
import { annotationPlace } from './places.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'bonds-annotation-readable',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  essential: true,
  summary: 'the bonds annotation is a comma list of [namespace/]name[@interface]',
  why: 'It is read with the grammar that Multus has for the comma form of the networks annotation, so that what works in one works in the other.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:180-225'],
  examples: {
    bad: [
      { annotations: { [annotations.bonds]: 'bond-net1,' } },
      { annotations: { [annotations.bonds]: '[{"name":"bond-net1"}]' } },
      { annotations: { [annotations.bonds]: 'demo/bond-net1/bond0' } },
    ],
    good: [{ annotations: { [annotations.bonds]: 'bond-net1@bond1' } }],
  },
  check(pod, report) {
    for (const { list } of problemsOf(pod, 'bonds-annotation-readable')) {
      report(annotationPlace(annotations.bonds, list.span), list.found, list.fix)
    }
  },
})
