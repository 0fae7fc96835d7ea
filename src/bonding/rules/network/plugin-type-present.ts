import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'plugin-type-present',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'every plugin of a list has a type',
  why: 'Multus looks for the type of the first plugin, and crashes where that is null; libcni looks for the type of every plugin, as a later repeat of the key left it.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/types/conf.go:58-60', 'containernetworking/cni libcni/conf.go:61'],
  examples: {
    bad: [
      '{"cniVersion": "0.3.1", "name": "l", "plugins": [{"mode": "active-backup"}]}',
      '{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "tuning"}, {"type": ""}]}',
      '{"cniVersion": "0.3.1", "name": "l", "plugins": [null]}',
      '{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "tuning"}, null]}',
      '{"cniVersion": "0.3.1", "name": "l", "type": "tuning", "type": null}',
    ],
    good: ['{"cniVersion": "0.3.1", "name": "l", "plugins": [{"type": "tuning"}, {"type": "sbr"}]}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'plugin-without-type')) {
      const found = `${problem.found ?? 'the plugin'} has no type ${said(problem)}`
      report(placeOf(problem), found, 'Give the plugin its "type", or take it out', { reason: 'FieldValueRequired' })
    }
  },
})
