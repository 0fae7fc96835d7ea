import type { BondStatus } from '../plan/status.ts'
import type { PlannedAttachment } from '../planned-pod.ts'

/** An attachment as the status annotation tells it. The network is `namespace/name`. */
export interface PromisedAttachment {
  readonly interface: string
  readonly network: string
}

/** What happened to an attachment between our injection and now. */
export type AttachmentChange =
  | { readonly kind: 'removed'; readonly promised: PromisedAttachment }
  /** The network is there, under another interface name. */
  | { readonly kind: 'renamed'; readonly promised: PromisedAttachment; readonly found: PlannedAttachment }
  /** The interface is there, from another network. */
  | { readonly kind: 'replaced'; readonly promised: PromisedAttachment; readonly found: PlannedAttachment }
  /** It is there as it was, and another attachment has its interface name, too. */
  | { readonly kind: 'crowded'; readonly promised: PromisedAttachment; readonly found: PlannedAttachment }
  /** The bond stands before one of its links: Multus would make it first, and fail. */
  | { readonly kind: 'reordered'; readonly bond: PlannedAttachment; readonly link: PlannedAttachment }

/**
 * The changes, in the order of the status annotation. An attachment has at most one; order is judged among what stayed.
 *
 * @param listed what the networks annotation really holds
 */
export function promisedChanges(
  status: readonly BondStatus[],
  listed: readonly PlannedAttachment[],
): readonly AttachmentChange[] {
  return status.flatMap(bond => {
    const changes = [...bond.links, bond].flatMap(promised => changeOf(promised, status, listed))
    return [...changes, ...reordered(bond, listed)]
  })
}

function changeOf(
  promised: PromisedAttachment,
  status: readonly BondStatus[],
  listed: readonly PlannedAttachment[],
): readonly AttachmentChange[] {
  const holders = listed.filter(attachment => attachment.interface === promised.interface)
  const kept = holders.some(holder => networkOf(holder) === promised.network)
  const found = holders.find(holder => networkOf(holder) !== promised.network)
  if (found) return [{ kind: kept ? 'crowded' : 'replaced', promised: plain(promised), found }]
  if (kept) return []
  const names = new Set(status.flatMap(bond => [bond, ...bond.links]).map(attachment => attachment.interface))
  const elsewhere = listed.find(one => networkOf(one) === promised.network && !names.has(one.interface))
  return [
    elsewhere
      ? { kind: 'renamed', promised: plain(promised), found: elsewhere }
      : { kind: 'removed', promised: plain(promised) },
  ]
}

/** Of several late links the last one is told: behind it the bond stands right. */
function reordered(bond: BondStatus, listed: readonly PlannedAttachment[]): readonly AttachmentChange[] {
  const kept = ({ interface: name, network }: PromisedAttachment) =>
    listed.find(attachment => attachment.interface === name && networkOf(attachment) === network)
  const found = kept(bond)
  if (!found) return []
  let last: PlannedAttachment | undefined
  for (const link of bond.links.map(kept)) if (link && link.index > (last ?? found).index) last = link
  return last ? [{ kind: 'reordered', bond: found, link: last }] : []
}

function networkOf({ namespace, name }: PlannedAttachment): string {
  return `${namespace}/${name}`
}

function plain({ interface: name, network }: PromisedAttachment): PromisedAttachment {
  return { interface: name, network }
}
