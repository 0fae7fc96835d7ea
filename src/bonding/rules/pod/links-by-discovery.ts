import { annotations, foreignAnnotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { readCommaList } from '../../networks-annotation.ts'
import type { PlannedPod } from '../../planned-pod.ts'
import { rule } from '../rule.ts'
import { listText, setNetworks } from './pasted-text.ts'
import { bondPlace } from './places.ts'
import { problemsOf } from './problems.ts'

const port1 = { annotations: { [foreignAnnotations.resourceName]: 'openshift.io/port1' } }

export default rule({
  id: 'links-by-discovery',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the links of a bond are named, not discovered',
  why: 'The networks were found because the namespace has exactly as many SR-IOV networks as the bond has links. One more network, and the next pod is refused.',
  sources: [],
  examples: {
    bad: [
      { definitions: { 'bond-net1': {} } },
      { definitions: { 'bond-net1': {}, sriovnet2: null, 'sriov.net2': port1 } },
      { definitions: { 'bond-net1': {}, sriovnet2: null, [`sriov-${'x'.repeat(100)}`]: port1 } },
    ],
    good: [
      { definitions: { 'bond-net1': { annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } } } },
      { definitions: { 'bond-net1': {} }, annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } },
    ],
  },
  check(pod, report) {
    for (const { bond, links } of problemsOf(pod, 'links-by-discovery')) {
      const text = networkText(bond.reference, pod.pod.namespace)
      const found = `links of ${text} found by discovery`
      const fix = `Set ${annotations.links}: ${links.map(link => link.name).join(',')} on ${text}`
      const inComma = links.every(({ name }) => readCommaList(name, bond.reference.namespace).kind === 'list')
      const right = inComma ? fix : inJson(pod)
      report(bondPlace(pod, bond.reference), found, right.length + found.length <= room ? right : otherwise(inComma))
    }
  },
})

/** A warning has 256 characters at most, and half a list of names would pin the wrong links. */
const room = 172

/** A name with a dot fits the JSON form of the networks annotation only. The bond comes behind its links by itself. */
function inJson(pod: PlannedPod): string {
  const list = listText(
    pod,
    pod.attachments.filter(({ origin, network }) => origin !== 'added' || network?.kind !== 'bond'),
  )
  return list === undefined ? otherwise(false) : setNetworks(list)
}

function otherwise(inComma: boolean): string {
  return inComma
    ? `List them in ${annotations.links}, in the order of "links"`
    : `List them in ${foreignAnnotations.networks}, in JSON, by their interfaces`
}
