import type { BondNetwork } from './bond-network.ts'
import type { Network } from './network.ts'
import type { Place } from './place.ts'
import type { PlanProblem } from './plan/problem.ts'
import type { Pod } from './pod.ts'

/** One entry of the networks annotation as it will be. */
export interface PlannedAttachment {
  readonly index: number
  /** The interface that Multus will create for it. */
  readonly interface: string
  /** `named`: we put an interface name behind the author's element; `added`: the whole element is ours. */
  readonly origin: 'author' | 'named' | 'added'
  /** false: the name is `net<n>`, by position. */
  readonly explicit: boolean
  readonly namespace: string
  readonly name: string
  /** As the pod's author writes it: without the pod's own namespace. */
  readonly text: string
  /** undefined: there is no such network attachment definition. */
  readonly network: Network | undefined
  readonly mac: string | undefined
  readonly ips: readonly string[]
  readonly place: Place
}

/** Which row of the decision table gave the links (design: pod annotation, author's list, bond network's annotation, discovery). */
export type LinksFrom = 'pod' | 'author' | 'network' | 'discovery'

/** A bond among the attachments. */
export interface PlannedBond {
  readonly attachment: PlannedAttachment
  readonly network: BondNetwork
  /** Ours to complete; otherwise the author listed it besides, and it is only judged. */
  readonly selected: boolean
  /** Absent where the links are not known, or the bond is not ours. */
  readonly linksFrom: LinksFrom | undefined
}

/** The pod as it will be after injection: what the rules about pods judge. */
export interface PlannedPod {
  readonly pod: Pod
  readonly attachments: readonly PlannedAttachment[]
  readonly bonds: readonly PlannedBond[]
  /** What replaces the cluster's default network, if the pod says so. */
  readonly defaultNetwork: PlannedAttachment | undefined
  readonly problems: readonly PlanProblem[]
}

/**
 * The attachment that provides an interface of that name, if any. Where several do, which is refused, ours comes first,
 * then a named one. Nearly every rule asks this for every link, so it makes no lists.
 */
export function attachmentOf(planned: PlannedPod, interfaceName: string): PlannedAttachment | undefined {
  let best: PlannedAttachment | undefined
  for (const attachment of planned.attachments) {
    if (attachment.interface !== interfaceName) continue
    if (attachment.origin !== 'author') return attachment
    if (best === undefined || (attachment.explicit && !best.explicit)) best = attachment
  }
  return best
}
