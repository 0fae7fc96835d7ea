import type { Finding } from '../../bonding/finding.ts'
import { networkText } from '../../bonding/network-key.ts'
import type { NetworkVerdict } from '../../bonding/network-verdict.ts'
import type { Network } from '../../bonding/network.ts'
import type { Planner } from '../../bonding/plan.ts'
import { formatPath } from '../../bonding/place.ts'
import { readWorkload } from '../../bonding/workload.ts'
import type { WorkloadJudge } from '../../bonding/workload-verdict.ts'
import type { Content } from '../content/gather-content.ts'
import { holderOf } from '../content/holder-of.ts'
import { judgeHeldPod } from '../content/judge-held-pod.ts'
import { type FindingInFile, toldInFile } from '../content/told-in-file.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { judgePolicies, type PolicyJudges } from './judge-policies.ts'

export interface Judges extends PolicyJudges {
  readonly plan: Planner
  readonly judgeNetwork: (network: Network) => NetworkVerdict
  readonly judgeWorkload: WorkloadJudge
  /** Of objects that name none. */
  readonly namespace: string
}

export interface Judgement {
  readonly findings: readonly FindingInFile[]
  /** How many pods and templates there were. */
  readonly pods: number
}

/**
 * Asks the rules about all networks by themselves, and about every pod with the networks beside it.
 *
 * @param onObject told of every object that has been judged
 */
export function judgeContent(
  content: Content,
  judges: Judges,
  onObject?: (done: number, of: number) => void,
): Judgement {
  const told = new Once()
  const findings: FindingInFile[] = []
  for (const { network, object } of content.networks.values()) {
    const { errors, warnings, ignored } = judges.judgeNetwork(network)
    for (const finding of [...errors, ...warnings, ...ignored]) {
      told.remember(finding)
      findings.push(toldInFile(finding, object, content))
    }
  }
  let pods = 0
  const objects = content.files.flatMap(({ objects }) => objects)
  for (const [index, object] of objects.entries()) {
    onObject?.(index, objects.length)
    const { plan, namespace } = judges
    const judged = judgeHeldPod(object, namespace, content.catalogue, plan)
    if (!judged) continue
    pods += 1
    const own = [...judged.errors, ...judged.warnings, ...judged.ignored, ...aroundTemplate(object, judges)]
    findings.push(...own.filter(finding => told.isNews(finding)).map(finding => toldInFile(finding, object, content)))
  }
  return { findings: [...findings, ...judgePolicies(content, judges)], pods }
}

function aroundTemplate(object: ManifestObject, { judgeWorkload, namespace }: Judges): readonly Finding[] {
  const holder = holderOf(object)
  const workload = holder && readWorkload(object.value, holder, namespace)
  if (!workload) return []
  const { findings, ignored } = judgeWorkload(workload)
  return [...findings, ...ignored]
}

/** Every pod that uses a network is told what is wrong with the network, which its file says once. */
class Once {
  readonly #ofNetworks = new Set<string>()
  readonly #ofPods = new Set<string>()

  remember(finding: Finding): void {
    this.#ofNetworks.add(placeKey(finding))
  }

  isNews(finding: Finding): boolean {
    if (finding.object.kind !== 'NetworkAttachmentDefinition') return true
    const key = `${placeKey(finding)} ${finding.message}`
    if (this.#ofNetworks.has(placeKey(finding)) || this.#ofPods.has(key)) return false
    this.#ofPods.add(key)
    return true
  }
}

/** Without the message: to a pod of another namespace it does not say what the network holds. */
function placeKey({ rule, object, place }: Finding): string {
  return [rule, networkText(object), formatPath(place.path), place.span?.start ?? ''].join(' ')
}
