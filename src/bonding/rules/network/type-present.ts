import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'type-present',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'the config has a type, or a list of plugins',
  why: 'The type names the binary that Multus runs. Without one, and without a list of plugins, there is nothing to run.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/types/conf.go:55'],
  examples: {
    bad: [{ without: ['type'] }, '"type": ""', '"type": null', '{}'],
    good: ['{"cniVersion": "0.3.1", "type": "tuning"}', '{"cniVersion": "0.3.1", "plugins": [{"type": "tuning"}]}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'no-type')) {
      const found =
        problem.found === undefined ? 'neither "type" nor "plugins" is there' : `${problem.found}, and no plugins`
      report(placeOf(problem), `${found} ${said(problem)}`, 'Set "type": "bond", or the plugin that is meant', {
        reason: 'FieldValueRequired',
      })
    }
  },
})
