import { readStatus } from '../../plan/status.ts'
import { rule } from '../rule.ts'

const list = (more: string) =>
  `[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0"${more}}]`

export default rule({
  id: 'mac-on-bond',
  object: 'pod',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'no MAC address is requested for a bond',
  why: 'Bond CNI does not read it. With failOverMac 1 the bond shows the address of the active link; request one for the links.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:40-52'],
  examples: { bad: [list(',"mac":"02:00:00:00:00:09"')], good: [list('')] },
  check(pod, report) {
    // Where bond-injector was here before, a pool such as kubemacpool gave it, and the author cannot take it out.
    if (readStatus(pod.pod)) return
    for (const { attachment } of pod.bonds) {
      if ((attachment.mac ?? '') === '') continue
      report(attachment.place, `a MAC for ${attachment.text} has no effect`, 'Take "mac" out')
    }
  },
})
