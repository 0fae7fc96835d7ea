import { annotations, foreignAnnotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { annotationPlace } from './places.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'link-network-agreed',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  essential: true,
  summary: 'the links annotation and the networks annotation agree about a link',
  why: 'Both say which network feeds a link, and they say different things.',
  sources: [],
  examples: {
    bad: [
      { networks: 'sriovnet2@net1', annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } },
      { networks: 'sriovnet2,sriovnet1,bond-net1@bond0', annotations: { [annotations.links]: 'sriovnet1,sriovnet1' } },
    ],
    good: [{ networks: 'sriovnet2@net1', annotations: { [annotations.links]: 'sriovnet2,sriovnet1' } }],
  },
  check(pod, report) {
    for (const { link, wanted, element } of problemsOf(pod, 'link-network-agreed')) {
      const own = pod.pod.namespace
      report(
        annotationPlace(foreignAnnotations.networks, element.span),
        `${link} is ${networkText(element, own)} here, but ${networkText(wanted, own)} in ${annotations.links}`,
        `Name the same network for ${link} in both, or remove one of them`,
      )
    }
  },
})
