import { mutatePods } from '../../src/admission/mutate-pods.ts'
import { validateNetworks } from '../../src/admission/validate-networks.ts'
import { validateWorkloads } from '../../src/admission/validate-workloads.ts'
import { fieldsOf } from '../../src/bonding/json-fields.ts'
import { bondLabel } from '../../src/bonding/keys.ts'
import { holderOf } from '../../src/manifests/content/holder-of.ts'
import type { Content } from '../../src/manifests/content/gather-content.ts'
import type { ManifestObject } from '../../src/manifests/manifest-object.ts'
import type { Answer } from './answer.ts'
import { ask } from './ask-handler.ts'
import { judges } from './judges.ts'

/**
 * What the webhook's own handlers answer when the objects are made: of pods and workloads all, of networks the
 * refusals, since what else is said about those stands among the findings.
 */
export function answersOf({ files, catalogue }: Content): readonly Answer[] {
  const { plan, judgeWorkload, refuseNetwork } = judges
  const pods = mutatePods(plan, catalogue)
  const workloads = validateWorkloads(plan, judgeWorkload, catalogue, 'warn')
  const strictly = validateWorkloads(plan, judgeWorkload, catalogue, 'refuse')
  const networks = validateNetworks(refuseNetwork)
  const objects = files.flatMap(file => file.objects)
  const held = objects.flatMap(object => {
    const holder = holderOf(object)
    if (!holder) return []
    if (holder.path.length === 0) return [heard(ask(pods, 'pods', object), object)]
    const answer = ask(workloads, 'pods', object)
    return [ask(strictly, 'pods', object).outcome === 'refused' ? { ...answer, ...refusedLater } : answer]
  })
  const others = objects.filter(object => !holderOf(object)).map(object => ask(networks, 'network', object))
  return [...held, ...others.filter(({ outcome }) => outcome === 'refused')]
}

/** The API server asks about labelled pods only: what the webhook would say of another one, nobody hears. */
function heard(answer: Answer, { value }: ManifestObject): Answer {
  const labels = fieldsOf(fieldsOf(value['metadata'])?.['labels'])
  return labels?.[bondLabel] === undefined ? { ...answer, text: '' } : answer
}

/** A workload is admitted all the same: its networks may come after it. */
const refusedLater = { outcome: 'refused', verdict: 'admitted, but its pods will be refused' } as const
