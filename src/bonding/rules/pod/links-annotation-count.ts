import { annotations } from '../../keys.ts'
import { rule } from '../rule.ts'
import { counted } from './listed.ts'
import { annotationPlace } from './places.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'links-annotation-count',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  essential: true,
  summary: 'a links annotation names one network for each link of the bond',
  why: 'The first network feeds the first of the links in the bond config, and so on: with another number of them it is open which link gets what.',
  sources: [],
  examples: {
    bad: [
      { annotations: { [annotations.links]: 'sriovnet1' } },
      { annotations: { [annotations.links]: 'sriovnet1,sriovnet2,sriovnet1' } },
      { definitions: { 'bond-net1': { annotations: { [annotations.links]: 'sriovnet1' } } } },
    ],
    good: [{ annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } }],
  },
  check(pod, report) {
    for (const { expected, found, bond, on } of problemsOf(pod, 'links-annotation-count')) {
      const names = expected.join(', ')
      report(
        annotationPlace(annotations.links),
        `names ${counted(found, 'network')}, but the bond has ${expected.length} links (${names})`,
        `Name ${expected.length} networks, in the order ${names}`,
        on === 'network' ? { on: bond, reveals: [bond] } : { reveals: [bond] },
      )
    }
  },
})
