import type { Catalogue } from '../catalogue.ts'
import { annotations, bondLabel, foreignAnnotations } from '../keys.ts'
import { networkText } from '../network-key.ts'
import { readNetworksAnnotation } from '../networks-annotation.ts'
import type { Draft } from '../plan/draft.ts'
import type { BondStatus } from '../plan/status.ts'
import { attachmentOf, type PlannedAttachment } from '../planned-pod.ts'
import { type Pod, podAnnotation } from '../pod.ts'
import type { BondsFrom, ExplainedAttachment, ExplainedBond } from './explanation.ts'

/** Which row of the table of bonds (plan/select-bonds.ts) applies to a labelled pod. */
export function bondsFrom(pod: Pod, catalogue: Catalogue): BondsFrom {
  if ((podAnnotation(pod, annotations.bonds) ?? '') !== '') return 'bonds-annotation'
  if (pod.labels[bondLabel] !== '') return 'label'
  const list = readNetworksAnnotation(podAnnotation(pod, foreignAnnotations.networks) ?? '', pod.namespace)
  const elements = list.kind === 'list' ? list.elements : []
  const listed = elements.some(({ namespace, name }) => catalogue.get(namespace, name)?.kind === 'bond')
  return listed || list.kind === 'unreadable' ? 'networks-annotation' : 'only-bond'
}

/**
 * The bonds that the pod shall get, with what feeds their links.
 *
 * @param told what the new status annotation tells of them
 */
export function explainedBonds({ planned, selected }: Draft, told: readonly BondStatus[]): readonly ExplainedBond[] {
  return selected.map(({ network }) => {
    const own = networkText(network.reference)
    const bond = planned.bonds.find(each => each.network === network)
    const links = (network.linkNames ?? []).map(link => {
      const feeder = bond?.linksFrom && attachmentOf(planned, link)
      return { interface: link, network: feeder ? networkText(feeder) : null }
    })
    return {
      network: own,
      interface: bond?.attachment.interface ?? null,
      mode: network.settings?.mode ?? null,
      linksFrom: told.find(status => status.network === own)?.linksFrom ?? bond?.linksFrom ?? null,
      links,
    }
  })
}

/** The networks annotation as it will be. */
export function explainedAttachments({ planned }: Draft): readonly ExplainedAttachment[] {
  const bonds = planned.bonds.filter(({ selected }) => selected)
  const links = new Set(
    bonds.flatMap(({ network }) => (network.linkNames ?? []).map(link => attachmentOf(planned, link))),
  )
  const roleOf = (attachment: PlannedAttachment) => {
    if (bonds.some(bond => bond.attachment === attachment)) return 'bond'
    return links.has(attachment) ? 'link' : 'other'
  }
  return planned.attachments.map(attachment => ({
    interface: attachment.interface,
    network: networkText(attachment),
    origin: attachment.origin,
    role: roleOf(attachment),
    resourceName: attachment.network?.resourceName ?? null,
  }))
}
