import { annotations } from '../../keys.ts'
import { rule } from '../rule.ts'
import { annotationPlace } from './places.ts'
import { problemsOf } from './problems.ts'

const pinned = (links: string) => ({ definitions: { 'bond-net1': { annotations: { [annotations.links]: links } } } })

export default rule({
  id: 'links-annotation-readable',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  essential: true,
  summary: 'a links annotation is a comma list of [namespace/]name',
  why: 'It names the networks that feed the links of the bond, in the order of "links" in the bond config. The interfaces have their names from that config, so none is given here.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:180-225'],
  examples: {
    bad: [
      { annotations: { [annotations.links]: 'sriovnet1,,sriovnet2' } },
      { annotations: { [annotations.links]: 'sriovnet1@net1,sriovnet2@net2' } },
      pinned('sriovnet1 sriovnet2'),
    ],
    good: [{ annotations: { [annotations.links]: 'sriovnet2, sriovnet1' } }, pinned('sriovnet1,sriovnet2')],
  },
  check(pod, report) {
    for (const { list, network } of problemsOf(pod, 'links-annotation-readable')) {
      const place = annotationPlace(annotations.links, list.span)
      report(place, list.found, list.fix, network ? { on: network, reveals: [network] } : {})
    }
  },
})
