import { annotations, bondLabel, foreignAnnotations } from '../../keys.ts'
import type { Network } from '../../network.ts'
import { sameNetwork } from '../../network-key.ts'
import { readCommaList } from '../../networks-annotation.ts'
import type { Place } from '../../place.ts'
import type { PlannedAttachment, PlannedBond, PlannedPod } from '../../planned-pod.ts'
import { podAnnotation } from '../../pod.ts'

export const labelPlace: Place = { path: ['metadata', 'labels', bondLabel] }

export const networksPlace: Place = { path: ['metadata', 'annotations', foreignAnnotations.networks] }

/** @param span inside the annotation's text */
export function annotationPlace(key: string, span?: Place['span']): Place {
  const path = ['metadata', 'annotations', key]
  return span ? { path, span } : { path }
}

/** Where somebody asked for an attachment; `on` is the network whose annotation it is, instead of the pod's. */
export interface Asked {
  readonly place: Place
  readonly options: { readonly on?: Network }
}

/** An attachment that we add stands in no list of the author's: the label, or one of our annotations, asks for it. */
export function askedAt(pod: PlannedPod, attachment: PlannedAttachment): Asked {
  if (attachment.origin !== 'added') return { place: attachment.place, options: {} }
  const feeding = pod.bonds.find(
    ({ network, selected }) => selected && network.linkNames?.includes(attachment.interface),
  )
  return feeding ? askedByLinks(pod, feeding, attachment) : { place: bondPlace(pod, attachment), options: {} }
}

/** Where the pod asks for a bond that its author did not list: the bonds annotation, else the label. */
export function bondPlace({ pod }: PlannedPod, bond: { readonly namespace: string; readonly name: string }): Place {
  const list = readCommaList(podAnnotation(pod, annotations.bonds) ?? '', pod.namespace)
  if (list.kind !== 'list' || list.text === '') return labelPlace
  return annotationPlace(annotations.bonds, list.elements.find(element => sameNetwork(element, bond))?.span)
}

function askedByLinks(
  planned: PlannedPod,
  { network, linksFrom }: PlannedBond,
  { interface: link }: PlannedAttachment,
): Asked {
  if (linksFrom === 'discovery' || linksFrom === undefined) return { place: labelPlace, options: {} }
  // What the author's own elements do not answer comes from the bond network.
  if (linksFrom !== 'pod') return { place: network.annotation(annotations.links), options: { on: network } }
  const list = readCommaList(podAnnotation(planned.pod, annotations.links) ?? '', planned.pod.namespace)
  const index = network.linkNames?.indexOf(link) ?? -1
  const span = list.kind === 'list' ? list.elements[index]?.span : undefined
  return { place: annotationPlace(annotations.links, span), options: {} }
}
