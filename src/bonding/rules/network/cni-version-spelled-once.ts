import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'cni-version-spelled-once',
  object: 'network',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'cniVersion has one spelling',
  why: 'A plugin takes the key in any case, and "cniversion" wins. libcni reads "cniVersion" only when the pod is removed: with what is no number there, the interface is made, and then cannot be removed.',
  sources: ['containernetworking/cni libcni/api.go DelNetworkList', 'containernetworking/cni pkg/version ParseVersion'],
  examples: {
    bad: [
      '{"cniVersion": "v1", "name": "l", "plugins": [{"type": "tuning", "cniversion": "1.0.0"}]}',
      '{"cniVersion": "1.0.0.0", "name": "l", "plugins": [{"type": "ipvlan", "CniVersion": "9", "cniversion": "0.3.1"}]}',
    ],
    good: ['{"cniVersion": "1.0.0", "name": "l", "plugins": [{"type": "tuning"}]}'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'version-unsupported').filter(({ stage }) => stage === 'del')) {
      const found = `${problem.found ?? 'the version'} is no version, and another spelling of the key hides that ${said(problem)}`
      report(placeOf(problem), found, 'Keep one: "cniVersion": "0.3.1"', { reason: 'FieldValueDuplicate' })
    }
  },
})
