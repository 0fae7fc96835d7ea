import { foreignAnnotations } from '../../keys.ts'
import { rule } from '../rule.ts'
import { annotationPlace } from './places.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'networks-annotation-readable',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'Multus can read the networks annotation',
  why: 'One bad item makes Multus give up the whole list before anything is attached, eth0 included, and it sends no event for it: the pod stays in ContainerCreating. The list is never repaired here, since a repair would guess what its author meant.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:180-290'],
  examples: {
    bad: [
      'demo/sriovnet1/net1, sriovnet2',
      'sriovnet1@net1@net2',
      '{"name":"sriovnet1"}',
      'Sriov_Net1',
      'sriovnet1,sriovnet2,',
      '[{"name":"sriovnet1","mac":"02:00"}]',
      '[{"name":"sriovnet1"},null]',
    ],
    good: [
      'demo/sriovnet1, demo/sriovnet2, demo/bond-net1@bond0',
      '[{"name":"sriovnet1"},{"name":"sriovnet2"},{"name":"bond-net1","interface":"bond0"}]',
    ],
  },
  check(pod, report) {
    for (const { list } of problemsOf(pod, 'networks-annotation-readable')) {
      const said = list.multus === '' ? '' : ` (Multus: ${list.multus})`
      report(annotationPlace(foreignAnnotations.networks, list.span), `${list.found}${said}`, list.fix)
    }
  },
})
