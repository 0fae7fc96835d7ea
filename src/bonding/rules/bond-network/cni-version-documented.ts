import { rule } from '../rule.ts'

const older = ['0.1.0', '0.2.0', '0.3.0']

export default rule({
  id: 'cni-version-documented',
  object: 'bond-network',
  severity: 'error',
  certainty: 'documented',
  summary: 'cniVersion is 0.3.1 or later',
  why: 'The documentation of OpenShift asks for it. Results before 0.3.0 have no interfaces: the bond works, and its name and addresses are missing in the network-status annotation.',
  sources: ['openshift/openshift-docs modules/nw-multus-bond-cni-object.adoc'],
  examples: {
    bad: ['"cniVersion": "0.2.0"', '"cniVersion": "0.3.0"'],
    good: ['"cniVersion": "0.3.1"', '"cniVersion": "1.0.0"'],
  },
  check(bond, report) {
    const version = bond.cniVersion
    if (version === undefined || !older.includes(version)) return
    const place = bond.plugin?.cniVersion.place ?? bond.field('cniVersion')
    report(place, `${version}, but the documented minimum is 0.3.1`, 'Set "cniVersion": "0.3.1"', {
      reason: 'FieldValueNotSupported',
    })
  },
})
