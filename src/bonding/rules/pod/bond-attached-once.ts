import { annotations } from '../../keys.ts'
import { networkText, sameNetwork } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'bond-attached-once',
  object: 'pod',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'a bond network is attached once',
  why: 'Both bonds would take the same links: the kernel moves each link to the bond that asks last, and the first one is left empty.',
  sources: ['Linux net/core/rtnetlink.c do_set_master', 'k8snetworkplumbingwg/bond-cni bond/bond.go'],
  examples: {
    bad: [
      'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,bond-net1@bond1',
      { annotations: { [annotations.bonds]: 'bond-net1@bond0,bond-net1@bond1' } },
    ],
    good: ['sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'],
  },
  check(pod, report) {
    const fix = 'Attach it once; make a second bond network, with links of its own, for a second bond'
    for (const { bond, place } of problemsOf(pod, 'bond-attached-once')) {
      report(place, `${networkText(bond, pod.pod.namespace)} is listed twice`, fix, { reason: 'FieldValueDuplicate' })
    }
    for (const { attachment } of pod.bonds) {
      const first = pod.attachments.find(other => sameNetwork(other, attachment))
      if (first === undefined || first === attachment) continue
      const found = `attaches ${attachment.text} as ${first.interface} and again as ${attachment.interface}`
      report(attachment.place, found, fix, { reason: 'FieldValueDuplicate' })
    }
  },
})
