import { annotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { annotationPlace } from './places.ts'
import { problemsOf } from './problems.ts'

const second =
  '{"cniVersion":"0.3.1","type":"bond","mode":"active-backup","failOverMac":1,"linksInContainer":true,"miimon":"100","links":[{"name":"net3"},{"name":"net4"}]}'

export default rule({
  id: 'links-annotation-one-bond',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  essential: true,
  summary: 'a links annotation on the pod goes with one bond only',
  why: 'With several bonds one list cannot say whose links it means.',
  sources: [],
  examples: {
    bad: [
      {
        annotations: { [annotations.bonds]: 'bond-net1,bond-net2', [annotations.links]: 'sriovnet1,sriovnet2' },
        definitions: { 'bond-net2': second },
      },
    ],
    good: [{ annotations: { [annotations.bonds]: 'bond-net1', [annotations.links]: 'sriovnet1,sriovnet2' } }],
  },
  check(pod, report) {
    for (const { bonds } of problemsOf(pod, 'links-annotation-one-bond')) {
      const names = listed(bonds.map(bond => networkText(bond, pod.pod.namespace)))
      report(
        annotationPlace(annotations.links),
        `given for ${bonds.length} bonds (${names})`,
        `Put ${annotations.links} on each bond network instead, or name the link networks in the networks annotation with their interfaces, e.g. @net1`,
      )
    }
  },
})
