import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'network-name-not-null',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'the name inside the config is text, or left out',
  why: 'A name that is missing or empty is filled in with the name of the object; null is not.',
  sources: [
    'k8snetworkplumbingwg/network-attachment-definition-client pkg/utils/cniconfig.go:108-130',
    'containernetworking/cni pkg/utils/utils.go:49-51',
  ],
  examples: {
    bad: ['"name": null', '{"cniVersion": "0.3.1", "name": null, "plugins": [{"type": "tuning"}]}'],
    good: [{ without: ['name'] }, '"name": ""', '"name": "another"'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'no-name')) {
      report(
        placeOf(problem),
        `null is no name, and it is not filled in ${said(problem)}`,
        'Take "name" out, or give it',
      )
    }
  },
})
