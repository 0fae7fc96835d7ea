import type { Place } from './place.ts'
import type { PodHolderKind } from './workload.ts'

export type Severity = 'error' | 'warning'

/**
 * Who says so, most certain first.
 *
 * - `refused-at-load`: Bond CNI, Multus, libcni or an IPAM plugin refuses, at ADD and at DEL: the pod can also be hard to delete
 * - `refused-at-add`: one of them refuses, at ADD only
 * - `kernel`: Linux refuses a request made during ADD
 * - `kubernetes`: the API server or the scheduler refuses
 * - `silently-defeated`: everybody accepts it, and the bond does not do what it says
 * - `documented`: the documentation of OpenShift requires or forbids it
 * - `advice`: works, but is risky or surprising
 */
export type Certainty =
  'refused-at-load' | 'refused-at-add' | 'kernel' | 'kubernetes' | 'silently-defeated' | 'documented' | 'advice'

/** Kubernetes' own words for `causes[].reason` (apimachinery `metav1.CauseType`). */
export type CauseReason =
  | 'FieldValueInvalid'
  | 'FieldValueRequired'
  | 'FieldValueNotFound'
  | 'FieldValueDuplicate'
  | 'FieldValueNotSupported'
  | 'FieldValueForbidden'

export interface ObjectReference {
  readonly kind: 'NetworkAttachmentDefinition' | PodHolderKind
  readonly namespace: string
  /** The object's name; for a pod that has none yet, its generateName. */
  readonly name: string
}

/** One thing that is wrong: where, what, why, and the fix. The four stay apart until a face lays them out. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly certainty: Certainty
  readonly object: ObjectReference
  readonly place: Place
  readonly reason: CauseReason
  /** What was found and what was expected. Stands alone after the place. */
  readonly message: string
  readonly why: string
  /** Imperative, can be pasted. */
  readonly fix: string
  /** The reason for which the object's author wants it not to count; absent where it counts. */
  readonly ignoredFor?: string
}
