import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'plugins-spelled-exactly',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'the key plugins is written in lower case',
  why: 'Multus takes another case of the key as well, libcni does not: it runs nothing, and Multus crashes on the result that is not there. DEL succeeds.',
  sources: ['containernetworking/cni libcni/conf.go:212-230', 'run: Multus 95a0932 with libcni 1.3.0'],
  examples: {
    bad: [
      '{"cniVersion": "0.3.1", "name": "l", "Plugins": [{"type": "bond"}]}',
      '{"cniVersion": "0.3.1", "name": "l", "PLUGINS": [{"type": "tuning"}]}',
    ],
    good: ['{"cniVersion": "0.3.1", "name": "l", "plugins": [{"Type": "tuning"}]}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'plugins-misspelled')) {
      const found = `${problem.found ?? 'the key'} is not found by libcni, which looks for plugins ${said(problem)}`
      report(placeOf(problem), found, 'Write the key in lower case: "plugins"')
    }
  },
})
