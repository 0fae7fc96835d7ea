import type { Finding } from '../finding.ts'
import type { PatchOperation } from '../json-patch.ts'
import type { Path } from '../place.ts'

/** What becomes of a hand-written pod that shall be completed by its label instead. */
export type Adoption =
  /** No bond in its list: there is nothing to adopt. */
  | { readonly kind: 'no-bond' }
  | { readonly kind: 'impossible'; readonly reasons: readonly Finding[] }
  | { readonly kind: 'impossible-text'; readonly reason: string }
  | AdoptedPod

/** Less text that leads to the same pod: what the webhook makes of it was compared with what its author wrote. */
export interface AdoptedPod {
  readonly kind: 'adopted'
  /** From the pod's root. */
  readonly sets: readonly PatchOperation[]
  /** What can go, from the pod's root. */
  readonly removals: readonly Path[]
  /** All attachments of the completed pod: `demo/sriovnet1@net1`. */
  readonly attachments: readonly string[]
  /** What the webhook will say of it. */
  readonly warnings: readonly Finding[]
  /** Where the completed pod is not what its author wrote, in words; empty: it is the same. */
  readonly differences: readonly string[]
}
