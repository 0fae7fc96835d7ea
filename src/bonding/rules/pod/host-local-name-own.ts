import { ipamOfType, memberOf } from '../network/ipam.ts'
import type { PlannedAttachment } from '../../planned-pod.ts'
import { rule } from '../rule.ts'

const macvlan = (subnet: string) =>
  `{"cniVersion":"0.3.1","name":"mynet","type":"macvlan","ipam":{"type":"host-local","subnet":"${subnet}"}}`

export default rule({
  id: 'host-local-name-own',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  summary: 'networks with different host-local subnets have different names',
  why: 'host-local keeps its state in a directory on the node, named after the config: under one name two subnets share it, and give each other away.',
  sources: ['containernetworking/plugins plugins/ipam/host-local/backend/disk'],
  examples: {
    bad: [{ networks: 'a@a0,b@b0', definitions: { a: macvlan('10.1.0.0/24'), b: macvlan('10.2.0.0/24') } }],
    good: [{ networks: 'a@a0,b@b0', definitions: { a: macvlan('10.1.0.0/24'), b: macvlan('10.1.0.0/24') } }],
  },
  check(pod, report) {
    const attachments = pod.attachments.filter(({ network }) => network?.ipamType === 'host-local')
    // The usual pod has one; its config is not read again for nothing to compare with.
    if (attachments.length < 2) return
    const holders = new Map<string, { readonly attachment: PlannedAttachment; readonly subnet: string }>()
    for (const attachment of attachments) {
      const { network } = attachment
      if (!network) continue
      const ipam = ipamOfType(network, 'host-local')
      const subnet = ipam && memberOf(ipam, 'subnet')
      if (network.configName === undefined || subnet?.kind !== 'string') continue
      const holder = holders.get(network.configName)
      if (!holder) holders.set(network.configName, { attachment, subnet: subnet.value })
      else if (holder.subnet !== subnet.value) {
        const reveals = [network, ...(holder.attachment.network ? [holder.attachment.network] : [])]
        const found = `${attachment.text} and ${holder.attachment.text} are both named ${network.configName}`
        report(attachment.place, found, 'Give each a "name"', { reveals })
      }
    }
  },
})
