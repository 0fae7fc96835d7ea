import type { Catalogue } from '../catalogue.ts'
import { annotations, bondLabel, foreignAnnotations } from '../keys.ts'
import { networkText } from '../network-key.ts'
import { effectiveInterface, type NetworkElement, readNetworksAnnotation } from '../networks-annotation.ts'
import type { PlannedBond } from '../planned-pod.ts'
import { draftPod } from '../plan/draft.ts'
import { type BondStatus, readStatus } from '../plan/status.ts'
import { type Pod, podAnnotation } from '../pod.ts'
import type { Policy } from '../policy.ts'

/**
 * A completed pod without what we appended, so that its links are found once more instead of being read off it.
 *
 * Nothing tells an element that the author wrote from one of ours but its place: ours stand at the end. So the pod
 * stays as it is where the author named the links, or where they do not all stand there.
 */
export function authoredPod(pod: Pod, catalogue: Catalogue, policy: Policy): Pod {
  const bonds = readStatus(pod) ?? []
  const authored = withoutOurs(pod, bonds)
  return authored && !renames(bonds, draftPod(authored, catalogue, policy).planned.bonds) ? authored : pod
}

/** An interface name that does not come back was the author's own. */
function renames(bonds: readonly BondStatus[], planned: readonly PlannedBond[]): boolean {
  return planned.some(({ attachment }) => {
    const before = bonds.find(bond => bond.network === networkText(attachment))
    return before !== undefined && before.interface !== attachment.interface
  })
}

function withoutOurs(pod: Pod, bonds: readonly BondStatus[]): Pod | undefined {
  const text = podAnnotation(pod, foreignAnnotations.networks)
  if (bonds.length === 0 || text === undefined || !isChosenElsewhere(pod)) return undefined
  if (bonds.some(({ linksFrom }) => linksFrom === 'author')) return undefined
  const list = readNetworksAnnotation(text, pod.namespace)
  if (list.kind === 'unreadable') return undefined
  const ours = promisedBy(bonds)
  const kept = list.elements.slice(0, Math.max(0, list.elements.length - ours.length))
  const tail = list.elements.slice(kept.length)
  if (!tail.every((element, index) => textOf(element) === ours[index])) return undefined
  return withNetworks(pod, written(text, kept, list.syntax))
}

/** Else the bond's element in the list may be what chose the bond. */
function isChosenElsewhere(pod: Pod): boolean {
  return pod.labels[bondLabel] !== '' || (podAnnotation(pod, annotations.bonds) ?? '') !== ''
}

function promisedBy(bonds: readonly BondStatus[]): readonly string[] {
  return bonds.flatMap(bond => [...bond.links, bond]).map(({ network, interface: name }) => `${network}@${name}`)
}

function textOf(element: NetworkElement): string {
  return `${element.namespace}/${element.name}@${effectiveInterface(element)}`
}

function written(text: string, kept: readonly NetworkElement[], syntax: 'comma' | 'json'): string | undefined {
  const last = kept.at(-1)
  if (!last) return undefined
  return syntax === 'comma' ? text.slice(0, last.span.end) : `${text.slice(0, last.span.end)}]`
}

function withNetworks(pod: Pod, networks: string | undefined): Pod {
  const removed: ReadonlySet<string> = new Set([foreignAnnotations.networks, annotations.status])
  const others = Object.entries(pod.annotations ?? {}).filter(([key]) => !removed.has(key))
  const own = networks === undefined ? [] : [[foreignAnnotations.networks, networks] as const]
  return { ...pod, annotations: Object.fromEntries([...others, ...own]) }
}
