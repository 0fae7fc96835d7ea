import type { Catalogue } from '../catalogue.ts'
import { nearest } from '../did-you-mean.ts'
import { annotations, foreignAnnotations } from '../keys.ts'
import type { Place } from '../place.ts'
import type { PlannedAttachment, PlannedBond, PlannedPod } from '../planned-pod.ts'
import type { Pod } from '../pod.ts'
import type { Policy } from '../policy.ts'
import { type DeviceRequest, topUpDevices } from './devices.ts'
import { mergeAttachments, type NamedBond } from './merge-attachments.ts'
import { nameBonds } from './name-bonds.ts'
import { namespaceView } from './namespace-view.ts'
import { planAttachments, planDefaultNetwork } from './planned-attachments.ts'
import type { PlanProblem } from './problem.ts'
import { type AuthorsWords, isUnreadable, readAnnotations } from './read-annotations.ts'
import { resolveLinks } from './resolve-links.ts'
import { type SelectedBond, selectBonds } from './select-bonds.ts'

/** A pod as it would be, for the rules to judge. Whether it may be so is not decided here. */
export interface Draft {
  readonly planned: PlannedPod
  readonly selected: readonly SelectedBond[]
  /** undefined where the annotation cannot be read or written; there is a problem that says why. */
  readonly networks: string | undefined
  readonly devices: readonly DeviceRequest[]
}

export function draftPod(pod: Pod, catalogue: Catalogue, policy: Policy): Draft {
  const author = readAnnotations(pod, policy.defaultNetworkNamespace)
  const problems: PlanProblem[] = [...author.problems]
  const selected = selectBonds(pod, author, catalogue, problems)
  const bonds = completeBonds(selected, author, catalogue, policy, problems)
  const merge = mergeAttachments(bonds, author.networks, pod.namespace, problems)
  const attachments = planAttachments(pod, author, merge, catalogue)
  const defaultNetwork = planDefaultNetwork(pod, author, catalogue)
  const all = defaultNetwork ? [defaultNetwork, ...attachments] : attachments
  const devices = topUpDevices(pod, all, policy.devices, problems)
  noteRenamed(attachments, problems)
  noteMissingLinks(attachments, bonds, catalogue, pod, problems)
  const planned = { pod, attachments, bonds: bondsAmong(attachments, bonds), defaultNetwork, problems }
  return { planned, selected, networks: isUnreadable(author, 'networks') ? undefined : merge.text, devices }
}

function completeBonds(
  selected: readonly SelectedBond[],
  author: AuthorsWords,
  catalogue: Catalogue,
  policy: Policy,
  problems: PlanProblem[],
): readonly NamedBond[] {
  if (author.links && selected.length > 1) {
    problems.push({ kind: 'links-annotation-one-bond', bonds: selected.map(bond => bond.network.reference) })
  }
  const names = nameBonds(selected, author, problems)
  // An unreadable list may well hold the links: what is not known is not guessed.
  const readable = !isUnreadable(author, 'networks')
  return selected.map(bond => {
    const { linkNames } = bond.network
    const named = { bond, interface: names.get(bond) ?? '' }
    if (linkNames?.includes(named.interface)) {
      problems.push({ kind: 'bond-not-own-link', ...named, bond: bond.network, place: wherePlaced(bond) })
    } else if (readable && linkNames && linkNames.length > 1 && new Set(linkNames).size === linkNames.length) {
      const { discovery } = policy
      return { ...named, links: resolveLinks({ bond, linkNames, author, catalogue, discovery, selected }, problems) }
    }
    return { ...named, links: undefined }
  })
}

function wherePlaced({ elements: [element], wantedInterface }: SelectedBond): Place {
  if (wantedInterface !== '') return { path: ['metadata', 'annotations', annotations.bonds] }
  const path = ['metadata', 'annotations', foreignAnnotations.networks]
  return element ? { path, span: element.span } : { path }
}

function bondsAmong(attachments: readonly PlannedAttachment[], bonds: readonly NamedBond[]): readonly PlannedBond[] {
  return attachments.flatMap((attachment): readonly PlannedBond[] => {
    const { network } = attachment
    if (network?.kind !== 'bond') return []
    const own = bonds.find(({ bond }) => bond.network === network)
    return [{ attachment, network, selected: own !== undefined, linksFrom: own?.links?.from }]
  })
}

function noteRenamed(attachments: readonly PlannedAttachment[], problems: PlanProblem[]): void {
  for (const attachment of attachments) {
    const before = `net${attachment.index + 1}`
    if (attachment.origin === 'named' && attachment.interface !== before) {
      problems.push({ kind: 'interface-renamed', attachment, before })
    }
  }
}

function noteMissingLinks(
  attachments: readonly PlannedAttachment[],
  bonds: readonly NamedBond[],
  catalogue: Catalogue,
  pod: Pod,
  problems: PlanProblem[],
): void {
  const all = bonds.flatMap(({ bond, links }) =>
    (links?.links ?? []).map(source => ({ ...source, bond: bond.network, from: links?.from ?? 'pod' })),
  )
  for (const { interface: link, key, bond, from } of all) {
    if (catalogue.get(key.namespace, key.name)) continue
    const { namespace, name } = key
    const known = namespace === pod.namespace ? namespaceView(catalogue, namespace, 'suggest').linkNames : []
    const candidates = nearest(name, known)
    const path = ['metadata', 'annotations', foreignAnnotations.networks]
    const place = attachments.find(attachment => attachment.interface === link)?.place ?? { path }
    const leftOut = catalogue.gap?.(namespace)?.kind === 'left-out'
    const wanted = { namespace, name }
    problems.push({ kind: 'link-network-exists', place, bond, from, link, wanted, leftOut, candidates })
  }
}
