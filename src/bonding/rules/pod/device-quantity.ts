import { rule } from '../rule.ts'
import { problemsOf } from './problems.ts'

const asking = (quantity: string) => ({
  spec: {
    containers: [
      {
        name: 'app',
        resources: { requests: { 'openshift.io/port0': quantity }, limits: { 'openshift.io/port0': quantity } },
      },
    ],
  },
})

export default rule({
  id: 'device-quantity',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  summary: 'a device request is a whole number',
  why: 'Devices cannot be shared: the API server takes whole numbers only for an extended resource.',
  sources: ['kubernetes/kubernetes pkg/apis/core/validation ValidateResourceQuantityValue'],
  examples: { bad: [asking('500m'), asking('1.5'), asking('one')], good: [asking('1'), asking('1k'), asking('2000m')] },
  check(pod, report) {
    for (const { place, resource, quantity } of problemsOf(pod, 'device-quantity')) {
      report(place, `"${quantity}" is no whole number of devices`, `Ask for whole devices, e.g. ${resource}: "1"`)
    }
  },
})
