import { readStatus } from '../../plan/status.ts'
import { networkText } from '../../network-key.ts'
import type { PlannedAttachment, PlannedPod } from '../../planned-pod.ts'
import { laterWebhook } from '../later-webhook.ts'
import { rule } from '../rule.ts'
import { listText, setNetworks } from './pasted-text.ts'

export default rule({
  id: 'bond-after-links',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'a bond is listed after its links',
  why: 'Multus attaches strictly in list order, so the links are not there yet: "failed to confirm that link (net1) exists, error: Link not found". The list is not reordered here, since that would change names by position.',
  sources: [
    'k8snetworkplumbingwg/multus-cni pkg/multus/multus.go:858-983',
    'run: bond-cni 258926a, bond listed before net1 and net2',
  ],
  examples: {
    bad: [
      {
        networks: 'bond-net1@bond0,sriovnet1@net1,sriovnet2@net2',
        annotations: {
          'bond-injector.io/status':
            '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"network","links":[]}]}',
        },
      },
      'bond-net1@bond0,sriovnet1@net1,sriovnet2@net2',
      'sriovnet1@net1,bond-net1@bond0,sriovnet2@net2',
      'bond-net1@bond0',
      '[{"name":"bond-net1","interface":"bond0"},{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"}]',
      '[{"name":"bond-net1","interface":"bond0","cni-args":{"keep":true}}]',
    ],
    good: ['sriovnet1,sriovnet2,bond-net1@bond0', 'sriovnet2@net2,sriovnet1@net1,bond-net1@bond0'],
  },
  check(pod, report) {
    for (const { attachment, network, selected } of pod.bonds) {
      const late = pod.attachments.filter(
        ({ index, interface: name }) => index > attachment.index && network.linkNames?.includes(name),
      )
      if (late.length === 0) continue
      const links = late.map(link => (link.origin === 'added' ? `${link.interface} (missing)` : link.interface))
      const text = networkText(attachment, pod.pod.namespace)
      // The names of the links are content of the bond network.
      const foreign = attachment.namespace !== pod.pod.namespace
      report(
        attachment.place,
        foreign
          ? `${attachment.text} comes before its links, or they are missing`
          : `${attachment.text} comes before its link${links.length === 1 ? '' : 's'} ${links.join(', ')}`,
        wasOurs(pod, attachment)
          ? laterWebhook
          : foreign
            ? `Take ${text} out of the annotation: ${selected ? 'it is added' : 'it goes'} behind its links`
            : fixOf(pod, attachment),
      )
    }
  },
})

/** A webhook that is called once more (reinvocationPolicy) meets what others made of its own work. */
function wasOurs({ pod }: PlannedPod, { namespace, name, interface: own }: PlannedAttachment): boolean {
  const network = `${namespace}/${name}`
  return readStatus(pod)?.some(bond => bond.network === network && bond.interface === own) ?? false
}

function fixOf(pod: PlannedPod, bond: PlannedAttachment): string {
  const text = listText(pod, [...pod.attachments.filter(each => each !== bond), bond])
  return text === undefined ? `Move ${bond.text} behind its links` : setNetworks(text)
}
