import type { LinksUnknown } from '../../plan/problem.ts'
import { annotations, bondLabel } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import type { PlannedPod } from '../../planned-pod.ts'
import { rule } from '../rule.ts'
import { counted, listed } from './listed.ts'
import { bondPlace } from './places.ts'
import { writesJson } from './pasted-text.ts'
import { problemsOf } from './problems.ts'

const third = { annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port2' } }
const unpinned = { 'bond-net1': {} }

export default rule({
  id: 'links-known',
  object: 'pod',
  severity: 'error',
  certainty: 'kubernetes',
  essential: true,
  summary: 'it is known which networks feed the links of the bond',
  why: 'A network is never guessed. The links come from the links annotation of the pod, from the elements of its networks annotation that are called like the links, from the links annotation of the bond network, or, for a single bond, from the SR-IOV networks of its namespace if their number fits.',
  sources: [],
  examples: {
    bad: [
      { definitions: { ...unpinned, sriovnet2: null } },
      { definitions: { ...unpinned, sriovnet3: third } },
      { definitions: unpinned, settings: { discovery: false } },
      { definitions: unpinned, networks: 'sriovnet1@net1' },
    ],
    good: [
      {
        definitions: { ...unpinned, sriovnet3: third },
        networks: 'sriovnet1@net1,sriovnet3@net2',
      },
      { definitions: unpinned, annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } },
    ],
  },
  check(pod, report) {
    for (const { bond, missing, why } of problemsOf(pod, 'links-known')) {
      const text = networkText(bond.reference, pod.pod.namespace)
      // The names of the links are content of the bond network; how many networks there are is not.
      const foreign = bond.reference.namespace !== pod.pod.namespace
      const links = foreign ? 'the links' : missing.join(', ')
      const found = `no network is known for ${links} of ${text}: ${reason(why, bond.reference.namespace, pod)}`
      report(bondPlace(pod, bond.reference), found, foreign ? foreignFix : fixOf(why, missing, text, writesJson(pod)), {
        reason: 'FieldValueRequired',
      })
    }
  },
})

const foreignFix = `Set ${annotations.links} on the pod: one network for each link, in the order of the bond config`

function reason(why: LinksUnknown, namespace: string, { pod }: PlannedPod): string {
  switch (why.kind) {
    case 'several-bonds':
      return 'with several bonds discovery would give all of them the same networks'
    case 'discovery-off':
      return 'nobody names one, and discovery is off'
    case 'partly-answered':
      return 'the networks annotation names the other links, and the rest is not guessed'
    case 'candidates': {
      const count = `namespace ${namespace} has ${counted(why.names.length, 'SR-IOV network')} with a resource name`
      const names = why.names.length > 0 && namespace === pod.namespace ? ` (${listed(why.names)})` : ''
      return `${count}${names}, ${namespace === pod.namespace ? `and the bond has ${why.needed} links` : 'and the bond has another number of links'}`
    }
  }
}

function fixOf(why: LinksUnknown, missing: readonly string[], bond: string, json: boolean): string {
  const networks = missing.map(link => `<network of ${link}>`).join(', ')
  if (why.kind === 'partly-answered') {
    const element = (link: string) => (json ? `{"name":"<network>","interface":"${link}"}` : `<network>@${link}`)
    return `Add ${missing.map(element).join(',')} to the networks annotation, before the bond if it is listed`
  }
  const pin = `Set ${annotations.links}: ${networks} on the bond network`
  if (why.kind === 'several-bonds') return `${pin} ${bond}`
  return `${pin} or on the pod (${bondLabel} stays), or list the networks in the networks annotation with @${missing.join(', @')}`
}
