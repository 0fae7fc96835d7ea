import type { PlannedAttachment, PlannedPod } from '../../planned-pod.ts'
import { type Report, rule } from '../rule.ts'
import { freeInterface } from './free-interface.ts'
import { elementText } from './pasted-text.ts'
import { askedAt } from './places.ts'

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
      { networks: '[{"name":"oam"}]', definitions: oam },
      { networks: 'oam@eth0', definitions: oam },
      { networks: '[{"name":"oam","namespace":"demo","interface":"eth0"}]', definitions: oam },
      { annotations: { 'bond-injector.io/bonds': 'bond-net1@eth0' } },
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
  if (first === 'system') {
    const found = `calls ${second.text} ${name}, the name of the ${name === 'lo' ? 'loopback' : "pod's default"} interface`
    return [askedAt(pod, second).place, found, fixOf(pod, second), askedAt(pod, second).options]
  }
  // A name by position is nobody's wish; a name that was asked for stays.
  const authored = [second, first].filter(({ origin }) => origin === 'author')
  const mine = authored.find(({ explicit }) => !explicit) ?? authored[0] ?? second
  const other = mine === second ? first : second
  const how = mine.explicit ? '' : ' by its position'
  const found = `${mine.text} is ${name}${how}, and so is ${other.text}${other.origin === 'author' ? '' : ', which the bond needs'}`
  const { place, options } = askedAt(pod, mine)
  return [place, found, fixOf(pod, mine), { reason: 'FieldValueDuplicate', ...options }]
}

function fixOf(pod: PlannedPod, attachment: PlannedAttachment): string {
  const isBond = attachment.network?.kind === 'bond'
  const free = isBond ? freeInterface(pod, 'bond', 0) : freeInterface(pod, 'net', pod.attachments.length + 1)
  // In our own annotations there is the comma form only.
  return `Write ${attachment.origin === 'added' ? `${attachment.text}@${free}` : elementText(pod, attachment, free)}`
}
