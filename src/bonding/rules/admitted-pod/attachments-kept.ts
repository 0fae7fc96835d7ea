import type { AttachmentChange } from '../../admitted-pod/promised-changes.ts'
import { networksPlace } from '../pod/places.ts'
import { rule } from '../rule.ts'
import { laterWebhook } from '../later-webhook.ts'

export default rule({
  id: 'attachments-kept',
  object: 'admitted-pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the bond and its links are attached as they were injected',
  why: 'A webhook that is called behind ours can rewrite the networks annotation. A bond that misses a link fails in the pod: "failed to confirm that link (net1) exists, error: Link not found".',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go, validateLinks'],
  examples: {
    bad: [
      { networks: 'sriovnet1@net1,bond-net1@bond0' },
      { networks: 'sriovnet1@eth1,sriovnet2@net2,bond-net1@bond0' },
      { networks: 'oam@net1,sriovnet2@net2,bond-net1@bond0' },
      { networks: null },
    ],
    good: [
      { networks: 'oam@oam0,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' },
      {
        networks:
          '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0"}]',
      },
    ],
  },
  check({ pod, completed, changes }, report) {
    if (!completed) return
    const told = changes.map(change => sentence(change, pod.namespace)).filter(found => found !== undefined)
    if (told.length > 0) report(networksPlace, `${told.join('; ')}, since bond-injector wrote it`, laterWebhook)
  },
})

function sentence(change: AttachmentChange, ownNamespace: string): string | undefined {
  if (change.kind === 'reordered') return undefined
  const { promised } = change
  const own = `${ownNamespace}/`
  const network = promised.network.startsWith(own) ? promised.network.slice(own.length) : promised.network
  const text = `${network}@${promised.interface}`
  switch (change.kind) {
    case 'removed':
      return `${text} was taken out`
    case 'renamed':
      return `${text} was renamed to ${change.found.interface}`
    case 'replaced':
      return `${text} was replaced by ${change.found.text}`
  }
}
