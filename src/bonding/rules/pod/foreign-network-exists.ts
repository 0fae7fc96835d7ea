import { networkText, sameNetwork } from '../../network-key.ts'
import type { PlannedAttachment, PlannedPod } from '../../planned-pod.ts'
import { rule } from '../rule.ts'
import { problemsOf } from './problems.ts'

export default rule({
  id: 'foreign-network-exists',
  object: 'pod',
  severity: 'warning',
  certainty: 'refused-at-add',
  summary: 'the other networks of the pod exist',
  why: 'Multus looks every network up before it attaches the first one: the pod waits in ContainerCreating until the network is there. Tools that apply in any order may bring it a moment later.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:300-307'],
  examples: {
    bad: [
      'oam@oam0',
      '[{"name":"demo/oam","interface":"oam0"}]',
      'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,other/oam',
    ],
    good: [{ networks: 'oam@oam0', definitions: { oam: '{"cniVersion":"0.3.1","type":"macvlan"}' } }],
  },
  check(pod, report) {
    for (const attachment of missingForeigners(pod)) {
      const found = `no such network: ${networkText(attachment)}`
      report(attachment.place, found, fixOf(attachment), { reason: 'FieldValueNotFound' })
    }
  },
})

/** A likely mistake in the JSON form, where a slash is a part of the name. */
function fixOf({ name }: PlannedAttachment): string {
  const [namespace, rest] = name.split('/')
  if (rest !== undefined)
    return `Write "namespace": "${namespace}", "name": "${rest}": in JSON the name holds no namespace`
  return 'Create it, or the pod waits'
}

function missingForeigners(pod: PlannedPod): readonly PlannedAttachment[] {
  const reported = [...problemsOf(pod, 'bond-network-exists'), ...problemsOf(pod, 'link-network-exists')]
  const listed = pod.defaultNetwork ? [pod.defaultNetwork, ...pod.attachments] : pod.attachments
  return listed.filter(
    attachment => !attachment.network && !reported.some(({ wanted }) => sameNetwork(wanted, attachment)),
  )
}
