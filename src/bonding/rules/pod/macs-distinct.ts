import { parseMac } from '../../mac-address.ts'
import { rule } from '../rule.ts'
import { fedLinks } from './fed-links.ts'

const list = (first: string, second: string) =>
  `[{"name":"sriovnet1","interface":"net1","mac":"${first}"},{"name":"sriovnet2","interface":"net2","mac":"${second}"}]`

export default rule({
  id: 'macs-distinct',
  object: 'pod',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'the links of a bond have different MAC addresses',
  why: 'Bond CNI takes two links with one address for a mistake and writes a useless one to the second. With failOverMac 1 there is no need for equal addresses.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/util/validation.go:62-118'],
  examples: {
    bad: [list('02:00:00:00:00:01', '02:00:00:00:00:01'), list('02:00:00:00:00:0a', '02-00-00-00-00-0A')],
    good: [list('02:00:00:00:00:01', '02:00:00:00:00:02')],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      const first = new Map<string, string>()
      for (const { link, feeder } of fedLinks(pod, bond)) {
        const mac = parseMac(feeder.mac ?? '')?.join()
        if (mac === undefined) continue
        const other = first.get(mac)
        first.set(mac, link)
        if (other === undefined) continue
        report(feeder.place, `${other} and ${link} ask for one MAC`, 'Ask for two', { reveals: [bond.network] })
      }
    }
  },
})
