import { annotations, bondLabel } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { labelPlace } from './places.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'label-names-listed-bond',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  summary: 'a label with a name names one of the bonds in the bonds annotation',
  why: 'Label and annotation would ask for different bonds, and neither is known to be the one that is meant.',
  sources: [],
  examples: {
    bad: [{ label: 'bond-net2', annotations: { [annotations.bonds]: 'bond-net1' } }],
    good: [
      { label: '', annotations: { [annotations.bonds]: 'bond-net1' } },
      { label: 'bond-net1', annotations: { [annotations.bonds]: 'bond-net1@bond5' } },
    ],
  },
  check(pod, report) {
    for (const { label, bonds } of problemsOf(pod, 'label-names-listed-bond')) {
      const names = listed(bonds.map(bond => networkText(bond, pod.pod.namespace)))
      report(
        labelPlace,
        `"${label}" is not among the bonds of ${annotations.bonds} (${names})`,
        `Add ${label} to ${annotations.bonds}, or leave the value of ${bondLabel} empty`,
      )
    }
  },
})
