import { annotations, bondLabel } from '../../keys.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { labelPlace } from './places.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'bond-to-choose',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  essential: true,
  summary: 'an empty label leaves exactly one bond network to choose',
  why: 'With an empty label and no bond in the annotations the bond network of the namespace is taken, if it has exactly one. Anything else would be a guess.',
  sources: [],
  examples: {
    bad: [
      { label: '', definitions: { 'bond-net1': null } },
      { label: '', definitions: { 'bond-net2': { with: '"mtu": 1400' } } },
    ],
    good: [{ label: '' }],
  },
  check(pod, report) {
    for (const { candidates } of problemsOf(pod, 'bond-to-choose')) {
      const { namespace } = pod.pod
      if (candidates.length === 0) {
        const found = `empty, and namespace ${namespace} has no bond network`
        report(labelPlace, found, `Create a bond network in ${namespace}, or name one in ${annotations.bonds}`)
      } else {
        const found = `empty, and namespace ${namespace} has ${candidates.length} bond networks`
        const fix = `Set ${bondLabel} to one of ${listed(candidates)}`
        report(labelPlace, found, fix, { reason: 'FieldValueRequired' })
      }
    }
  },
})
