import type { Certainty, ObjectReference, Severity } from '../finding.ts'
import type { LinksFrom } from '../planned-pod.ts'

/** Why a pod gets what it gets: plain data, for `-o json` as it is and for every text about it. Networks are `namespace/name`. */
export interface Explanation {
  readonly object: ObjectReference
  readonly outcome: ExplainedOutcome
  /** The value of the label; null where the pod has none. */
  readonly label: string | null
  /** Which row of the table of bonds applied; null where the label is missing or nothing is done. */
  readonly bondsFrom: BondsFrom | null
  readonly bonds: readonly ExplainedBond[]
  /** The networks annotation as it will be, element by element. */
  readonly attachments: readonly ExplainedAttachment[]
  readonly devices: readonly ExplainedDevices[]
  /** What the rules say of the pod as it was recomputed. */
  readonly findings: readonly ExplainedFinding[]
  /** What the authors of the pod and of its networks set aside, and why. */
  readonly ignored: readonly IgnoredExplained[]
  readonly carried: CarriedState
}

/**
 * - `no-label`, `mirror-pod`, `host-network`: nothing is done
 * - `refused`: at least one error
 * - `completes`: the webhook adds what is missing
 * - `complete`: it is there already
 */
export type ExplainedOutcome = 'no-label' | 'mirror-pod' | 'host-network' | 'refused' | 'completes' | 'complete'

/** `networks`: bonds that the author listed; `only`: the one bond network of the namespace. */
export type BondsFrom = 'bonds-annotation' | 'label' | 'networks-annotation' | 'only-bond'

export interface ExplainedBond {
  readonly network: string
  /** null where it gets none: something is refused. */
  readonly interface: string | null
  readonly mode: string | null
  /** The row of the decision table; null where no row gave the links. */
  readonly linksFrom: LinksFrom | null
  /** In the order of the bond's config; `network` null where it is not known. */
  readonly links: readonly { readonly interface: string; readonly network: string | null }[]
}

export interface ExplainedAttachment {
  readonly interface: string
  readonly network: string
  /** `named`: the author's element, given its interface name; `added`: ours as a whole. */
  readonly origin: 'author' | 'named' | 'added'
  readonly role: 'bond' | 'link' | 'other'
  /** null where the network feeds no device, or does not exist. */
  readonly resourceName: string | null
}

export interface ExplainedDevices {
  readonly resource: string
  readonly needed: number
  /** What the pod asks for by itself. */
  readonly present: number
  /** What is added, and where; null where nothing is. */
  readonly added: { readonly container: string; readonly total: string } | null
}

/** A finding, laid out for a reader who does not see the object. */
export interface ExplainedFinding {
  readonly rule: string
  readonly severity: Severity
  readonly certainty: Certainty
  readonly field: string
  readonly message: string
  readonly why: string
  readonly fix: string
}

export interface IgnoredExplained extends ExplainedFinding {
  readonly reason: string
}

/** What the pod already has of ours, and where that is not what would be made of it today. */
export interface CarriedState {
  /** The status annotation, if it is there and readable. */
  readonly status: 'ours' | 'absent' | 'unreadable'
  readonly differences: readonly Difference[]
  /** What the rules about completed pods say: what was taken away or changed since. */
  readonly findings: readonly ExplainedFinding[]
}

/** Null: none. */
export type Difference =
  | {
      readonly kind: 'bond'
      readonly network: string
      readonly carried: string | null
      readonly recomputed: string | null
    }
  | {
      readonly kind: 'link'
      readonly bond: string
      readonly interface: string
      readonly carried: string | null
      readonly recomputed: string | null
    }
  | { readonly kind: 'links-from'; readonly bond: string; readonly carried: LinksFrom; readonly recomputed: LinksFrom }
