import { annotations } from '../../keys.ts'
import { annotationPlace } from '../pod/places.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'pod-completed',
  object: 'admitted-pod',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'a labelled pod has been completed before it is stored',
  why: 'A mutating webhook that cannot be reached and has failurePolicy Ignore is passed over in silence, and another one can take our annotations out again. The pod would start without its bond.',
  sources: ['kubernetes/kubernetes staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/mutating/dispatcher.go'],
  examples: {
    bad: [{ status: null }, { status: null, networks: null, devices: {} }],
    good: [{}],
  },
  check({ completed }, report) {
    if (completed) return
    report(
      annotationPlace(annotations.status),
      'is missing or not ours: the pod was not completed, or a webhook that was called later undid it',
      'See with `kubectl get mutatingwebhookconfigurations -o yaml` whether bond-injector is called for this pod, and what is called behind it',
      { reason: 'FieldValueRequired' },
    )
  },
})
