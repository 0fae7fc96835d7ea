import { bondLabel } from '../../keys.ts'
import { podAnnotation } from '../../pod.ts'
import { rule } from '../rule.ts'
import { annotationPlace } from './places.ts'

export default rule({
  id: 'label-not-annotation',
  object: 'pod',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'what selects a pod is a label, not an annotation',
  why: 'The API server sends the webhook only pods that have the label: with an annotation of that name nothing happens, and nobody says so.',
  sources: ['kubernetes.io documentation, admission webhooks: objectSelector'],
  examples: {
    bad: [{ label: null, annotations: { [bondLabel]: 'bond-net1' } }],
    good: [{ label: 'bond-net1' }, { label: null }, { annotations: { [bondLabel]: 'bond-net1' } }],
  },
  check({ pod }, report) {
    const value = podAnnotation(pod, bondLabel)
    if (value === undefined || Object.hasOwn(pod.labels, bondLabel)) return
    const found = 'an annotation, and only a label of that name has an effect'
    report(annotationPlace(bondLabel), found, `Move it to labels: ${bondLabel}: ${value.slice(0, 63)}`)
  },
})
