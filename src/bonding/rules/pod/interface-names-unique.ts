import type { PlannedAttachment, PlannedPod } from '../../planned-pod.ts'
import { type Report, rule } from '../rule.ts'

const oam = { oam: '{"cniVersion":"0.3.1","type":"macvlan"}' }

export default rule({
  id: 'interface-names-unique',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'no two attachments have the same interface name',
  why: 'Multus looks each name up in the pod before it attaches the next network: "interface name net1 already exists". An element without a name is net<n>, n being its place in the list.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/multus/multus.go:94-107, 192-211'],
  examples: {
    bad: [
      { networks: 'oam', definitions: oam },
      { networks: 'oam@eth0', definitions: oam },
      { networks: 'sriovnet1@net1,sriovnet2@net2,oam@net4,oam', definitions: oam },
      {
        annotations: { 'v1.multus-cni.io/default-network': 'oam@net1' },
        definitions: { 'kube-system/oam': '{"cniVersion":"0.3.1","type":"macvlan"}' },
      },
    ],
    good: [
      { networks: 'oam@oam0', definitions: oam },
      { networks: 'sriovnet1@net1,sriovnet2@net2,oam', definitions: oam },
    ],
  },
  check(pod, report) {
    const holders = new Map<string, PlannedAttachment | 'system'>([['lo', 'system']])
    holders.set(pod.defaultNetwork?.interface ?? 'eth0', pod.defaultNetwork ?? 'system')
    for (const attachment of pod.attachments) {
      const holder = holders.get(attachment.interface)
      if (holder === undefined) holders.set(attachment.interface, attachment)
      else report(...wording(attachment, holder, pod))
    }
  },
})

/** The author can rename what is theirs: the finding stands there, whichever of the two comes first. */
function wording(second: PlannedAttachment, first: PlannedAttachment | 'system', pod: PlannedPod): Parameters<Report> {
  const name = second.interface
  const free = freeName(pod)
  if (first === 'system') {
    const found = `calls ${second.text} ${name}, the name of the ${name === 'lo' ? 'loopback' : "pod's default"} interface`
    return [second.place, found, `Give it another name: ${second.text}@${free}.`]
  }
  // A name by position is nobody's wish; a name that was asked for stays.
  const authored = [second, first].filter(({ origin }) => origin === 'author')
  const mine = authored.find(({ explicit }) => !explicit) ?? authored[0] ?? second
  const other = mine === second ? first : second
  const how = mine.explicit ? '' : ' by its position'
  const found = `${mine.text} is ${name}${how}, and so is ${other.text}${other.origin === 'author' ? '' : ', which the bond needs'}`
  return [mine.place, found, `Give it another name: ${mine.text}@${free}`, { reason: 'FieldValueDuplicate' }]
}

function freeName({ attachments }: PlannedPod): string {
  let number = attachments.length + 1
  while (attachments.some(attachment => attachment.interface === `net${number}`)) number++
  return `net${number}`
}
