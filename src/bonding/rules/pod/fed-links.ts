import type { LinkNetwork } from '../../link-network.ts'
import type { SriovSettings } from '../../link-network/sriov.ts'
import type { Network } from '../../network.ts'
import { attachmentOf, type PlannedAttachment, type PlannedBond, type PlannedPod } from '../../planned-pod.ts'

/** A link of a bond, and the attachment that is it. */
export interface FedLink {
  /** The name of its interface. */
  readonly link: string
  readonly feeder: PlannedAttachment
  readonly network: Network
}

export interface SriovLink extends FedLink {
  readonly network: LinkNetwork
  readonly settings: SriovSettings
}

/** The links of a bond whose networks are known, in the order of the bond config. */
export function fedLinks(pod: PlannedPod, { network, attachment }: PlannedBond): readonly FedLink[] {
  return (network.linkNames ?? []).flatMap(link => {
    const feeder = attachmentOf(pod, link)
    return feeder?.network && feeder !== attachment ? [{ link, feeder, network: feeder.network }] : []
  })
}

/** Those of them that are virtual functions. */
export function sriovLinks(pod: PlannedPod, bond: PlannedBond): readonly SriovLink[] {
  return fedLinks(pod, bond).flatMap(fed => {
    const { network } = fed
    const settings = network.kind === 'link' ? network.sriov : undefined
    return network.kind === 'link' && settings ? [{ ...fed, network, settings }] : []
  })
}

/** One for each network: two links can be of one. */
export function onePerNetwork<L extends FedLink>(links: readonly L[]): readonly L[] {
  return links.filter(({ network }, index) => links.findIndex(other => other.network === network) === index)
}
