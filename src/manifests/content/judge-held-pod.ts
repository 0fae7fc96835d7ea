import type { Catalogue } from '../../bonding/catalogue.ts'
import type { Finding, ObjectReference } from '../../bonding/finding.ts'
import type { IgnoredFinding } from '../../bonding/ignored.ts'
import type { Path } from '../../bonding/place.ts'
import type { Planner, Verdict } from '../../bonding/plan.ts'
import { readHeldPod, toldOnHolder } from '../../bonding/workload.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { holderOf } from './holder-of.ts'

/** The webhook's own verdict on one pod, or on the template of one workload. */
export interface JudgedPod {
  readonly reference: ObjectReference
  /** Where the pod stands in the object. */
  readonly path: Path
  /** undefined for what the API server itself refuses: as in the webhook it is left to it, its message is the better one. */
  readonly verdict: Verdict | undefined
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
  /** What the authors of the pod and of its networks set aside. */
  readonly ignored: readonly IgnoredFinding[]
}

/**
 * Judges the pod in an object as the webhook would.
 *
 * @param namespace for objects that name none
 * @returns undefined for an object that holds no pod
 */
export function judgeHeldPod(
  object: ManifestObject,
  namespace: string,
  catalogue: Catalogue,
  plan: Planner,
): JudgedPod | undefined {
  const holder = holderOf(object)
  if (!holder) return undefined
  const held = readHeldPod(object.value, holder, namespace)
  if (!held) {
    const reference = { kind: holder.kind, namespace: object.namespace ?? namespace, name: object.name ?? '' }
    return { reference, path: holder.path, verdict: undefined, errors: [], warnings: [], ignored: [] }
  }
  const { pod, reference, path } = held
  const verdict = plan(pod, catalogue)
  const told = (findings: readonly Finding[]) => findings.map(finding => toldOnHolder(finding, held))
  const ignored = verdict.ignored.map(each => ({ ...toldOnHolder(each, held), ignoredFor: each.ignoredFor }))
  const errors = verdict.kind === 'refused' ? told(verdict.errors) : []
  return { reference, path, verdict, errors, warnings: told(verdict.warnings), ignored }
}
