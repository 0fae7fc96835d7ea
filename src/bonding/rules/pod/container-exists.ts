import { annotations } from '../../keys.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { annotationPlace } from './places.ts'
import { problemsOf } from './problems.ts'

const spec = {
  containers: [{ name: 'app', image: 'app' }],
  initContainers: [
    { name: 'setup', image: 'setup' },
    { name: 'proxy', image: 'proxy', restartPolicy: 'Always' },
  ],
}

export default rule({
  id: 'container-exists',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  summary: 'the container annotation names a container or a sidecar of the pod',
  why: 'The container gets the device requests. An init container that ends cannot hold them for the life of the pod.',
  sources: ['kubernetes.io documentation, sidecar containers: resource sharing within containers'],
  examples: {
    bad: [
      { spec, annotations: { [annotations.container]: 'apps' } },
      { spec, annotations: { [annotations.container]: 'setup' } },
    ],
    good: [
      { spec, annotations: { [annotations.container]: 'app' } },
      { spec, annotations: { [annotations.container]: 'proxy' } },
    ],
  },
  check(pod, report) {
    for (const { wanted, candidates } of problemsOf(pod, 'container-exists')) {
      const found = `"${wanted}" is no container or sidecar of the pod`
      report(annotationPlace(annotations.container), found, `Use one of ${listed(candidates)}`, {
        reason: 'FieldValueNotFound',
      })
    }
  },
})
