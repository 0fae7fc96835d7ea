import { rule } from '../rule.ts'
import { missing } from './written.ts'

export default rule({
  id: 'links-in-container-true',
  object: 'bond-network',
  severity: 'error',
  certainty: 'documented',
  summary: 'linksInContainer is true',
  why: 'Otherwise Bond CNI looks for the links on the host, where Multus has just taken them from: "failed to lookup link interface". Or it finds an interface of the host that is called so, and takes that.',
  sources: [
    'openshift/openshift-docs modules/nw-sriov-cfg-bond-interface-with-virtual-functions.adoc',
    'run: bond-cni 258926a with linksInContainer false',
  ],
  examples: {
    bad: [{ without: ['linksInContainer'] }, '"linksInContainer": false', '"linksInContainer": null'],
    good: ['"linksInContainer": true'],
  },
  check(bond, report) {
    if (bond.settings.linksInContainer !== false) return
    const given = bond.given('linksInContainer')
    const found = `${given ? 'false' : missing(bond.at('linksInContainer'))}, so that the links are looked for on the host, not in the pod`
    const reason = given ? 'FieldValueInvalid' : 'FieldValueRequired'
    report(bond.at('linksInContainer'), found, 'Set "linksInContainer": true', { reason })
  },
})
