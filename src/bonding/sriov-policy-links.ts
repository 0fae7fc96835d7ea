import type { BondNetwork } from './bond-network.ts'
import type { Catalogue } from './catalogue.ts'
import { bondLabel, foreignAnnotations } from './keys.ts'
import type { Network } from './network.ts'
import { readCommaList, readNetworksAnnotation } from './networks-annotation.ts'
import { draftPod } from './plan/draft.ts'
import { attachmentOf, type PlannedPod } from './planned-pod.ts'
import { type Pod, podAnnotation } from './pod.ts'
import type { Policy } from './policy.ts'

/** A bond, and which network each of its links is of. */
export interface LinkedBond {
  readonly network: BondNetwork
  readonly links: readonly { readonly link: string; readonly network: Network | undefined }[]
}

/** By the bond network's own annotation, which gives every pod the same links. */
export function linkedByItself(network: BondNetwork, catalogue: Catalogue): readonly LinkedBond[] {
  const list = readCommaList(network.links ?? '', network.reference.namespace)
  if (list.kind !== 'list' || list.elements.length !== network.linkNames?.length) return []
  const links = network.linkNames.flatMap((link, index) => {
    const element = list.elements[index]
    return element ? [{ link, network: catalogue.get(element.namespace, element.name) }] : []
  })
  return [{ network, links }]
}

/** As the pod is planned; one without our label as its author wrote it, if a bond is in its list. */
export function linkedByPod(pod: Pod, catalogue: Catalogue, policy: Policy): readonly LinkedBond[] {
  const labelled = Object.hasOwn(pod.labels, bondLabel)
  if (!labelled && !listsBond(pod, catalogue)) return []
  const { planned } = draftPod(pod, catalogue, labelled ? policy : { ...policy, discovery: false })
  return planned.bonds.map(({ network }) => ({ network, links: feeders(planned, network) }))
}

function listsBond(pod: Pod, catalogue: Catalogue): boolean {
  const list = readNetworksAnnotation(podAnnotation(pod, foreignAnnotations.networks) ?? '', pod.namespace)
  return (
    list.kind === 'list' && list.elements.some(({ namespace, name }) => catalogue.get(namespace, name)?.kind === 'bond')
  )
}

function feeders(planned: PlannedPod, { linkNames }: BondNetwork): LinkedBond['links'] {
  return (linkNames ?? []).map(link => ({ link, network: attachmentOf(planned, link)?.network }))
}
