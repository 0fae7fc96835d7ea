import type { Catalogue } from '../../bonding/catalogue.ts'
import type { Finding, ObjectReference } from '../../bonding/finding.ts'
import { inject } from '../../bonding/inject.ts'
import type { PatchOperation } from '../../bonding/json-patch.ts'
import type { Path } from '../../bonding/place.ts'
import type { Planner } from '../../bonding/plan.ts'
import { type HeldPod, readHeldPod, toldOnHolder } from '../../bonding/workload.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { holderOf } from './holder-of.ts'

/** What becomes of one pod, or of the template of one workload. */
export interface Injection {
  readonly object: ManifestObject
  readonly reference: ObjectReference
  /** Where the pod stands in the object. */
  readonly path: Path
  /** From the pod's root, as the webhook sends them; none where nothing changes. */
  readonly operations: readonly PatchOperation[]
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/**
 * The webhook's own verdict on the pod in an object.
 *
 * @param namespace for objects that name none
 * @returns undefined for an object that holds no pod
 */
export function injectObject(
  object: ManifestObject,
  namespace: string,
  catalogue: Catalogue,
  plan: Planner,
): Injection | undefined {
  const holder = holderOf(object)
  if (!holder) return undefined
  const held = readHeldPod(object.value, holder, namespace)
  if (held) return decided(object, held, catalogue, plan)
  // As in the webhook: what the API server itself refuses is left to it, its message is the better one.
  const reference = { kind: holder.kind, namespace: object.namespace ?? namespace, name: object.name ?? '' }
  return { object, reference, path: holder.path, operations: [], errors: [], warnings: [] }
}

function decided(object: ManifestObject, held: HeldPod, catalogue: Catalogue, plan: Planner): Injection {
  const { pod, reference, path } = held
  const verdict = plan(pod, catalogue)
  return {
    object,
    reference,
    path,
    operations: verdict.kind === 'planned' ? inject(verdict.plan) : [],
    errors: verdict.kind === 'refused' ? verdict.errors.map(error => toldOnHolder(error, held)) : [],
    warnings: verdict.warnings.map(warning => toldOnHolder(warning, held)),
  }
}
