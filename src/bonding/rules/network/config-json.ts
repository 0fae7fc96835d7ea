import type { ConfigProblem } from '../../cni-config.ts'
import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'config-json',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'spec.config is JSON',
  why: 'The API server takes any text. Multus reads it when a pod is made, and again when it is deleted.',
  sources: ['k8snetworkplumbingwg/network-attachment-definition-client pkg/utils/cniconfig.go:108-116'],
  examples: {
    bad: [
      '{"type": "bond",}',
      '{"type": "bond", 1\n"mode": "active-backup"}',
      '{"type": "bond" "mode": "active-backup"}',
      '{"type": "bond", "links": [{"name": "net1"}, {"name": "net2"}}',
      "{'type': 'bond'}",
      { config: 'type: bond' },
      { config: ' ' },
    ],
    good: ['{"cniVersion": "0.3.1", "type": "tuning"}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'not-json')) {
      report(
        placeOf(problem),
        `${where(problem)}${problem.found ?? 'no JSON'} ${said(problem)}`,
        problem.fix ?? 'Write JSON',
      )
    }
  },
})

/** A path leads to spec.config only, and the text can have many lines. */
function where({ position }: ConfigProblem): string {
  return position ? `line ${position.line}, column ${position.column}: ` : ''
}
