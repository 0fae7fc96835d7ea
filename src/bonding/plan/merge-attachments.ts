import { type NetworkKey, sameNetwork } from '../network-key.ts'
import type { NetworkElement, NetworksList } from '../networks-annotation.ts'
import { type Attachment, editNetworksAnnotation } from '../networks-annotation/edit.ts'
import type { PlanProblem } from './problem.ts'
import type { ResolvedLinks } from './resolve-links.ts'
import type { SelectedBond } from './select-bonds.ts'

/** A selected bond with its interface and, where they are known, its links. */
export interface NamedBond {
  readonly bond: SelectedBond
  readonly interface: string
  readonly links: ResolvedLinks | undefined
}

export interface Merge {
  /** Interface names for the author's elements that get one, by index. */
  readonly names: ReadonlyMap<number, string>
  /** What is appended: the links of a bond before the bond. */
  readonly added: readonly (NetworkKey & { readonly interface: string })[]
  /** The annotation's new text; undefined where it cannot be written. */
  readonly text: string | undefined
}

/**
 * Everything the author wrote stays, byte for byte: an element that attaches one of our networks without a name is
 * given one, what is missing is appended. What cannot work is left for the rules to refuse, not reshuffled.
 */
export function mergeAttachments(
  bonds: readonly NamedBond[],
  author: NetworksList | undefined,
  podNamespace: string,
  problems: PlanProblem[],
): Merge {
  const claims = new Claims(author?.elements ?? [], bonds)
  const added: (NetworkKey & { interface: string })[] = []
  for (const { bond, interface: bondInterface, links } of bonds) {
    for (const { interface: link, key, element } of links?.links ?? []) {
      if (element) claims.name(element, link)
      else if (!claims.adopt(key, link, bond, problems)) added.push({ ...keyOf(key), interface: link })
    }
    const [element] = bond.elements
    if (element) claims.name(element, bondInterface)
    else if (links) added.push({ ...keyOf(bond.network.reference), interface: bondInterface })
  }
  return { names: claims.given, added, text: write(author, claims.given, added, podNamespace, problems) }
}

/** Which of the author's elements are ours, and the names that they get. */
class Claims {
  readonly given = new Map<number, string>()
  private readonly elements: readonly NetworkElement[]
  private readonly taken: Set<NetworkElement>

  constructor(elements: readonly NetworkElement[], bonds: readonly NamedBond[]) {
    this.elements = elements
    this.taken = new Set(bonds.flatMap(({ bond }) => bond.elements))
    for (const { links } of bonds) for (const { element } of links?.links ?? []) if (element) this.taken.add(element)
  }

  name(element: NetworkElement, name: string): void {
    this.taken.add(element)
    if (element.interface === '') this.given.set(element.index, name)
  }

  /** true: an element of the author's is now this link, or stands in its way and was reported. */
  adopt(key: NetworkKey, link: string, bond: SelectedBond, problems: PlanProblem[]): boolean {
    const own = this.elements.filter(element => !this.taken.has(element) && sameNetwork(element, key))
    const element = own.find(candidate => candidate.interface === '') ?? own[0]
    if (!element) return false
    if (element.interface === '') this.name(element, link)
    else problems.push({ kind: 'link-under-other-name', link, bond: bond.network, element })
    return true
  }
}

function write(
  author: NetworksList | undefined,
  given: ReadonlyMap<number, string>,
  added: Merge['added'],
  podNamespace: string,
  problems: PlanProblem[],
): string | undefined {
  const append = added.map(({ namespace, name, interface: interfaceName }): Attachment => {
    const attachment = { name, interface: interfaceName }
    return namespace === podNamespace ? attachment : { namespace, ...attachment }
  })
  const edited = editNetworksAnnotation(author, { names: given, append })
  if (edited.kind === 'edited') return edited.text
  const { namespace = podNamespace, name } = edited.attachment
  problems.push({ kind: 'comma-form-can-name', attachment: { namespace, name } })
  return undefined
}

function keyOf({ namespace, name }: NetworkKey): NetworkKey {
  return { namespace, name }
}
