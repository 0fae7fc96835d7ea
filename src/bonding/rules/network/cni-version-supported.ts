import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'cni-version-supported',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'cniVersion is a version that plugins take',
  why: 'Plugins compare the text with the versions they know, exactly so written.',
  sources: ['containernetworking/cni pkg/version/version.go All', 'containernetworking/cni pkg/skel/skel.go:190'],
  examples: {
    bad: [
      '"cniVersion": "2.0.0"',
      '"cniVersion": "v1.0.0"',
      '"cniVersion": "1.0"',
      '"cniVersion": "0.3.1 "',
      '{"cniVersion": "0.3.2", "name": "l", "plugins": [{"type": "tuning"}]}',
      '{"cniVersion": "0.3.1", "cniVersions": ["x"], "name": "l", "plugins": [{"type": "tuning"}]}',
    ],
    good: ['"cniVersion": "0.3.1"', '"cniVersion": "0.4.0"', '"cniVersion": "1.0.0"', '"cniVersion": "1.1.0"'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'version-unsupported')) {
      // Only libcni reads it: cni-version-spelled-once.
      if (problem.stage === 'del') continue
      const found = `${problem.found ?? 'the version'} is no version of CNI that plugins take ${said(problem)}`
      report(placeOf(problem), found, 'Use "cniVersion": "0.3.1", "0.4.0" or "1.0.0"', {
        reason: 'FieldValueNotSupported',
      })
    }
  },
})
