import { annotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { labelPlace } from './places.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'links-by-discovery',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the links of a bond are named, not discovered',
  why: 'The networks were found because the namespace has exactly as many SR-IOV networks as the bond has links. One more network, and the next pod is refused.',
  sources: [],
  examples: {
    bad: [{ definitions: { 'bond-net1': {} } }],
    good: [
      { definitions: { 'bond-net1': { annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } } } },
      { definitions: { 'bond-net1': {} }, annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } },
    ],
  },
  check(pod, report) {
    for (const { bond, links } of problemsOf(pod, 'links-by-discovery')) {
      const text = networkText(bond.reference, pod.pod.namespace)
      const names = links.map(link => link.name).join(',')
      report(
        labelPlace,
        `links of ${text} found by discovery: ${names}`,
        `Pin them: ${annotations.links}: ${names} on ${text}`,
      )
    }
  },
})
