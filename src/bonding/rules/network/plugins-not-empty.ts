import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'plugins-not-empty',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'a list of plugins has at least one',
  why: 'Multus looks at the first plugin without asking whether there is one: with an empty list it crashes, at ADD and at DEL.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/types/conf.go:58', 'run: Multus 95a0932'],
  examples: {
    bad: [
      '{"cniVersion": "0.3.1", "name": "l", "plugins": []}',
      '{"cniVersion": "0.3.1", "name": "l", "plugins": null}',
      '{"cniVersion": "0.3.1", "name": "l", "plugins": [], "Plugins": [{"type": "tuning"}]}',
    ],
    good: ['{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "tuning"}]}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'no-plugins')) {
      const found = `${problem.found ?? 'nothing'}, but one plugin is needed ${said(problem)}`
      const fix = 'Put the plugin into the list: "plugins": [{"type": "bond", ...}]'
      report(placeOf(problem), found, fix, { reason: 'FieldValueRequired' })
    }
  },
})
