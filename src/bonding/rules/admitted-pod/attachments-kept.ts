import type { AdmittedPod } from '../../admitted-pod.ts'
import type { AttachmentChange } from '../../admitted-pod/promised-changes.ts'
import { foreignAnnotations } from '../../keys.ts'
import { annotationPlace, networksPlace } from '../pod/places.ts'
import { problemsOf } from '../pod/problems.ts'
import { rule, type Report } from '../rule.ts'
import { networksFix } from './networks-fix.ts'

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
      { networks: 'oam,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' },
      { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,' },
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
  check(admitted, report) {
    const { pod, completed, changes } = admitted
    if (!completed || reportUnreadable(admitted, report)) return
    const told = changes.map(change => sentence(change, pod.namespace)).filter(found => found !== undefined)
    if (told.length === 0) return
    const [first] = changes
    const fix =
      first?.kind === 'crowded' && changes.length === 1 ? nameOfItsOwn(admitted, first) : networksFix(admitted)
    report(networksPlace, `${told.join('; ')}, since bond-injector wrote it`, fix)
  },
})

/** Of a list that cannot be read nobody knows what is left in it. */
function reportUnreadable(admitted: AdmittedPod, report: Report): boolean {
  const [problem] = problemsOf(admitted.planned, 'networks-annotation-readable')
  if (!problem) return false
  const { found, span } = problem.list
  const who = admitted.before === undefined ? 'another webhook changed it' : 'it was changed'
  const place = annotationPlace(foreignAnnotations.networks, span)
  report(place, `cannot be read since ${who}: ${found}`, networksFix(admitted))
  return true
}

/** Called before bond-injector the same network would be in the way as well. */
function nameOfItsOwn({ before }: AdmittedPod, { found }: AttachmentChange & { readonly kind: 'crowded' }): string {
  return before === undefined
    ? `Find the webhook with \`kubectl get mutatingwebhookconfigurations\` and let it give ${found.text} a name of its own`
    : `Give ${found.text} a name of its own`
}

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
    case 'crowded': {
      const { found } = change
      return `${found.text} was added as ${found.interface}${found.explicit ? '' : ' (by its position)'}, the name of ${network}`
    }
    case 'replaced':
      return `${text} was replaced by ${change.found.text}`
  }
}
