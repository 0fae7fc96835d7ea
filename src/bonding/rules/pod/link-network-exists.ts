import { annotations } from '../../keys.ts'
import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { askedAt } from './places.ts'
import { problemsOf } from './problems.ts'
import { leftOutFix, leftOutText } from './left-out.ts'

export default rule({
  id: 'link-network-exists',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the networks that feed the links exist',
  why: 'Multus looks every network up before it attaches the first one: the pod would wait in ContainerCreating. A controller tries again, so the pod is made as soon as the network is there.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:300-307'],
  examples: {
    bad: [
      { annotations: { [annotations.links]: 'sriovnet1,sriovnet-2' } },
      { definitions: { sriovnet2: null } },
      { networks: 'sriovnet1@net1,other/sriovnet2@net2' },
    ],
    good: [{ annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } }],
  },
  check(pod, report) {
    for (const { place, link, wanted, leftOut, candidates, bond, from } of problemsOf(pod, 'link-network-exists')) {
      // The pod's author named the network, but not the link; where the bond network did both, both are its content.
      const own = bond.reference.namespace === pod.pod.namespace
      const text = leftOut ? leftOutText(wanted) : `there is no network attachment definition ${networkText(wanted)}`
      const found = `${text}${own ? ` for link ${link}` : ''}`
      const reveals = from === 'network' || from === 'discovery' ? [bond] : []
      const correct =
        candidates.length > 0
          ? `Did you mean ${listed(candidates)}?`
          : `Create network attachment definition ${wanted.name} in namespace ${wanted.namespace}, or correct the name`
      const attachment = pod.attachments.find(each => each.interface === link)
      const asked = attachment ? askedAt(pod, attachment) : { place, options: {} }
      report(asked.place, found, leftOut ? leftOutFix(wanted) : correct, {
        reason: 'FieldValueNotFound',
        reveals,
        ...asked.options,
      })
    }
  },
})
