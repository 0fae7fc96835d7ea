import type { Catalogue } from '../../bonding/catalogue.ts'
import type { Finding, ObjectReference } from '../../bonding/finding.ts'
import { inject } from '../../bonding/inject.ts'
import { warningsOfIgnored } from '../../bonding/ignored.ts'
import type { PatchOperation } from '../../bonding/json-patch.ts'
import type { Path } from '../../bonding/place.ts'
import type { Planner } from '../../bonding/plan.ts'
import { judgeHeldPod } from '../content/judge-held-pod.ts'
import type { ManifestObject } from '../manifest-object.ts'

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
  const judged = judgeHeldPod(object, namespace, catalogue, plan)
  if (!judged) return undefined
  const { verdict, reference, path, errors } = judged
  const warnings = [...warningsOfIgnored(judged.ignored), ...judged.warnings]
  const operations = verdict?.kind === 'planned' ? inject(verdict.plan) : []
  // The webhook lets in what it need not complete, whatever a rule thinks of it.
  return { object, reference, path, operations, errors, warnings: warnings.map(asWarning) }
}

function asWarning(finding: Finding): Finding {
  return finding.severity === 'warning' ? finding : { ...finding, severity: 'warning' }
}
