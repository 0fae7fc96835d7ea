import { annotations } from '../../keys.ts'
import { sameNetwork } from '../../network-key.ts'
import { readCommaList } from '../../networks-annotation.ts'
import type { PlannedAttachment, PlannedPod } from '../../planned-pod.ts'
import { podAnnotation } from '../../pod.ts'
import { rule } from '../rule.ts'
import { elementText } from './pasted-text.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'interface-renamed',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'an attachment that gets a name had the same one by position',
  why: 'The label asks for a complete pod, and in it the bond has a name of its own. An application that looks for the name by position (net3) must be told.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/multus/multus.go:94-107'],
  examples: {
    bad: [
      'demo/sriovnet1, demo/sriovnet2, demo/bond-net1',
      'sriovnet1@net1,sriovnet2@net2,bond-net1',
      '[{"name":"sriovnet1"},{"name":"sriovnet2"},{"name":"bond-net1","cni-args":{"keep":true}}]',
      'sriovnet2,sriovnet1@net1',
      {
        networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1',
        annotations: { 'bond-injector.io/bonds': 'bond-net1@bond5' },
      },
    ],
    good: ['demo/sriovnet1, demo/sriovnet2, demo/bond-net1@bond0', 'sriovnet1,sriovnet2,bond-net1@net3'],
  },
  check(pod, report) {
    for (const { attachment, before } of problemsOf(pod, 'interface-renamed')) {
      const { text, interface: now, place } = attachment
      const kept = isFree(pod, attachment, before) ? before : now
      const found = `${text} becomes ${now}, not ${before}`
      report(place, found, `Write ${elementText(pod, attachment, kept)}`)
    }
  },
})

/** Can the attachment keep the name? A link has the name that the bond gives it, and the bonds annotation may name a bond. */
function isFree(pod: PlannedPod, attachment: PlannedAttachment, name: string): boolean {
  const links = pod.bonds.flatMap(({ network }) => network.linkNames ?? [])
  if (links.includes(name) || links.includes(attachment.interface)) return false
  if (pod.attachments.some(other => other !== attachment && other.interface === name)) return false
  const list = readCommaList(podAnnotation(pod.pod, annotations.bonds) ?? '', pod.pod.namespace)
  const asked = list.kind === 'list' ? list.elements.find(element => sameNetwork(element, attachment)) : undefined
  return (asked?.interface ?? '') === ''
}
