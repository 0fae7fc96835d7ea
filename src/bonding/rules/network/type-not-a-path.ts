import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'type-not-a-path',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'a type is the bare name of a plugin',
  why: 'libcni looks for a file of that name in the directories for plugins of the node, and refuses a slash in it.',
  sources: ['containernetworking/cni pkg/invoke/find.go:30-32'],
  examples: {
    bad: [
      '{"cniVersion": "0.3.1", "type": "/opt/cni/bin/bond"}',
      '{"cniVersion": "0.3.1", "plugins": [{"type": "./bond"}]}',
    ],
    good: ['{"cniVersion": "0.3.1", "type": "tuning"}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'type-is-a-path')) {
      const found = `${problem.found ?? 'the type'} is a path, not the name of a plugin ${said(problem)}`
      report(placeOf(problem), found, 'Write the file name only: "type": "bond"')
    }
  },
})
