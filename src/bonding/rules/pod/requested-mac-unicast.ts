import { parseMac } from '../../mac-address.ts'
import { rule } from '../rule.ts'

const list = (mac: string) =>
  `[{"name":"sriovnet1","interface":"net1","mac":"${mac}"},{"name":"sriovnet2","interface":"net2"}]`

export default rule({
  id: 'requested-mac-unicast',
  object: 'pod',
  severity: 'error',
  certainty: 'kernel',
  summary: 'a requested MAC address is a unicast address',
  why: 'Multus lets multicast, broadcast and zero addresses through, and the kernel refuses them for an Ethernet device: "cannot assign requested address".',
  sources: ['Linux include/linux/etherdevice.h is_valid_ether_addr'],
  examples: {
    bad: [list('01:00:5e:00:00:01'), list('00:00:00:00:00:00'), list('ff:ff:ff:ff:ff:ff')],
    good: [list('02:00:00:00:00:01'), list('02-00-00-00-00-01')],
  },
  check(pod, report) {
    for (const { mac, text, place } of pod.attachments) {
      if (mac === undefined || mac === '') continue
      const bytes = parseMac(mac)
      if (bytes?.length !== 6) continue
      const kind = bytes.every(byte => byte === 0)
        ? 'all zero'
        : (bytes[0] ?? 0) & 1
          ? 'a multicast address'
          : undefined
      if (kind)
        report(
          place,
          `asks for MAC ${mac} on ${text}, which is ${kind}`,
          'Use a locally administered unicast address, e.g. 02:00:00:00:00:01',
        )
    }
  },
})
