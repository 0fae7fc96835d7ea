import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'number-fits-float',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'every number in the config fits a 64-bit float',
  why: 'Multus reads the whole config into a map, where numbers are floats. One that is too big spoils all of it, even under a key that nobody knows; other readers of JSON make it infinite.',
  sources: ['run: network-attachment-definition-client 1.7.6, Go 1.26'],
  examples: {
    bad: ['"mtu": 1e400', '"unknown": {"deep": [1e999]}'],
    good: ['"args": {"deep": 1e300}', '"args": {"deep": 1e-400}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'number-too-big')) {
      const found = `${problem.found ?? 'a number'} is beyond every number that Go can hold ${said(problem)}`
      report(placeOf(problem), found, 'Write a smaller number, or take the key out')
    }
  },
})
