import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'config-object',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'spec.config is one JSON object',
  why: 'Multus reads it into a map. With null it crashes, at ADD and at DEL.',
  sources: [
    'k8snetworkplumbingwg/network-attachment-definition-client pkg/utils/cniconfig.go:108-116',
    'run: Multus 95a0932, null as config',
  ],
  examples: {
    bad: ['[]', '[{"type": "bond"}]', { config: 'null' }, { config: '"bond"' }, { config: '5' }],
    good: ['{"cniVersion": "0.3.1", "type": "tuning"}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'not-an-object')) {
      const found = `${problem.found ?? 'the text'} is no JSON object ${said(problem)}`
      report(placeOf(problem), found, 'Write one object: {"type": "bond", ...}')
    }
  },
})
