import { rule } from '../rule.ts'
import { problemsOf } from './problems.ts'

const key = 'openshift.io/port0'
const asking = (resources: object) => ({ spec: { containers: [{ name: 'app', resources }] } })

export default rule({
  id: 'device-requests-equal-limits',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  summary: 'a device request has an equal limit',
  why: 'Extended resources cannot be overcommitted: the API server refuses a pod whose request and limit differ, or whose limit is missing.',
  sources: ['kubernetes/kubernetes pkg/apis/core/validation validateResourceRequirements'],
  examples: {
    bad: [asking({ requests: { [key]: '2' }, limits: { [key]: '1' } }), asking({ requests: { [key]: 1 } })],
    good: [asking({ requests: { [key]: '1' }, limits: { [key]: 1 } }), asking({ limits: { [key]: '1' } })],
  },
  check(pod, report) {
    for (const { place, resource, request, limit, container } of problemsOf(pod, 'device-requests-equal-limits')) {
      const found = `container ${container} requests ${request} of ${resource}, and its limit is ${limit ?? 'missing'}`
      report(place, found, `Set the limit of ${resource} to ${request} as well, or leave both to bond-injector`)
    }
  },
})
