import { annotations, foreignAnnotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { annotationPlace } from './places.ts'
import { elementText } from './pasted-text.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'bond-interface-agreed',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  summary: 'both annotations name the same interface for a bond',
  why: 'The bonds annotation and the networks annotation give one bond two names. Neither is known to be the one that the application uses.',
  sources: [],
  examples: {
    bad: [
      {
        networks: '[{"name":"bond-net1","interface":"bond1"}]',
        annotations: { [annotations.bonds]: 'bond-net1@bond0' },
        settings: { rules: { 'bond-after-links': 'off' } },
      },
      {
        networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond1',
        annotations: { [annotations.bonds]: 'bond-net1@bond0' },
      },
    ],
    good: [
      {
        networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond1',
        annotations: { [annotations.bonds]: 'bond-net1@bond1' },
      },
    ],
  },
  check(pod, report) {
    for (const { bond, bonds, element } of problemsOf(pod, 'bond-interface-agreed')) {
      const text = networkText(bond, pod.pod.namespace)
      const attachment = pod.attachments[element.index]
      report(
        annotationPlace(foreignAnnotations.networks, element.span),
        `calls ${text} ${element.interface}, but ${annotations.bonds} calls it ${bonds}`,
        `Write ${attachment ? elementText(pod, attachment, bonds) : `${text}@${bonds}`}`,
      )
    }
  },
})
