import type { NetworkKey } from '../network-key.ts'
import type { NetworkElement, UnreadableList } from '../networks-annotation.ts'
import type { Place } from '../place.ts'
import type { BondNetwork } from '../bond-network.ts'
import type { LinksFrom, PlannedAttachment } from '../planned-pod.ts'

/**
 * What the planner met, without wording and severity: those belong to the rule of the same id in rules/pod/.
 * A new kind does not compile until its rule exists.
 */
export type PlanProblem =
  | { readonly kind: 'networks-annotation-readable'; readonly list: UnreadableList }
  | { readonly kind: 'default-network-readable'; readonly found: string; readonly multus: string }
  | { readonly kind: 'bonds-annotation-readable'; readonly list: UnreadableList }
  /** `network`: the annotation stands on this bond network instead of the pod. */
  | { readonly kind: 'links-annotation-readable'; readonly list: UnreadableList; readonly network?: BondNetwork }
  | {
      readonly kind: 'links-annotation-count'
      readonly expected: readonly string[]
      readonly found: number
      readonly bond: BondNetwork
      readonly on: 'pod' | 'network'
    }
  | { readonly kind: 'links-annotation-one-bond'; readonly bonds: readonly NetworkKey[] }
  | { readonly kind: 'label-names-listed-bond'; readonly label: string; readonly bonds: readonly NetworkKey[] }
  | {
      readonly kind: 'bond-network-exists'
      readonly place: Place
      readonly wanted: NetworkKey
      /** A setting keeps its namespace from being read: whether it exists is not known. */
      readonly leftOut: boolean
      /** Bond networks of the pod's own namespace, nearest first; `near` says whether they are near at all. */
      readonly candidates: readonly string[]
      readonly near: boolean
    }
  | {
      readonly kind: 'bond-network-is-bond'
      readonly place: Place
      readonly wanted: NetworkKey
      readonly candidates: readonly string[]
    }
  | { readonly kind: 'bond-attached-once'; readonly bond: NetworkKey; readonly place: Place }
  | {
      readonly kind: 'bond-not-own-link'
      readonly bond: BondNetwork
      readonly interface: string
      readonly place: Place
    }
  | { readonly kind: 'bond-to-choose'; readonly candidates: readonly string[] }
  | {
      readonly kind: 'bond-interface-agreed'
      readonly bond: NetworkKey
      readonly bonds: string
      readonly element: NetworkElement
    }
  | {
      readonly kind: 'link-network-agreed'
      readonly link: string
      readonly wanted: NetworkKey
      readonly element: NetworkElement
    }
  | {
      readonly kind: 'links-known'
      readonly bond: BondNetwork
      readonly missing: readonly string[]
      readonly why: LinksUnknown
    }
  | {
      readonly kind: 'link-network-exists'
      readonly place: Place
      readonly bond: BondNetwork
      readonly from: LinksFrom
      readonly link: string
      readonly wanted: NetworkKey
      /** As for the bond network. */
      readonly leftOut: boolean
      readonly candidates: readonly string[]
    }
  | {
      readonly kind: 'link-under-other-name'
      readonly link: string
      readonly bond: BondNetwork
      readonly element: NetworkElement
    }
  | { readonly kind: 'comma-form-can-name'; readonly attachment: NetworkKey }
  | { readonly kind: 'container-exists'; readonly wanted: string; readonly candidates: readonly string[] }
  | {
      readonly kind: 'device-quantity'
      readonly container: string
      readonly resource: string
      readonly place: Place
      readonly quantity: string
    }
  | {
      readonly kind: 'device-requests-equal-limits'
      readonly container: string
      readonly resource: string
      readonly place: Place
      readonly request: string
      readonly limit: string | undefined
    }
  | {
      readonly kind: 'enough-device-requests'
      readonly resource: string
      readonly needed: number
      readonly present: string
      readonly place: Place
    }
  | { readonly kind: 'links-by-discovery'; readonly bond: BondNetwork; readonly links: readonly NetworkKey[] }
  | { readonly kind: 'interface-renamed'; readonly attachment: PlannedAttachment; readonly before: string }

/** Why no row of the decision table gave the links. */
export type LinksUnknown =
  | { readonly kind: 'several-bonds' }
  | { readonly kind: 'discovery-off' }
  /** The author named some of the links; a guess must not fill the rest. */
  | { readonly kind: 'partly-answered' }
  | { readonly kind: 'candidates'; readonly names: readonly string[]; readonly needed: number }
