import type { BondNetwork } from '../bond-network.ts'
import type { Catalogue } from '../catalogue.ts'
import { type NetworkKey, sameNetwork } from '../network-key.ts'
import { effectiveInterface, type NetworkElement, type NetworksList } from '../networks-annotation.ts'
import type { LinksFrom } from '../planned-pod.ts'
import { namespaceView } from './namespace-view.ts'
import type { LinksUnknown, PlanProblem } from './problem.ts'
import { type AuthorsWords, isUnreadable, readLinkList } from './read-annotations.ts'
import type { SelectedBond } from './select-bonds.ts'

/** A link of the bond and the network that feeds it. */
export interface LinkSource {
  readonly interface: string
  readonly key: NetworkKey
  /** The author's own element, where it already carries the link's name. */
  readonly element: NetworkElement | undefined
}

export interface ResolvedLinks {
  readonly from: LinksFrom
  readonly links: readonly LinkSource[]
}

export interface LinkQuestion {
  readonly bond: SelectedBond
  /** The bond's link names, in order, all different. */
  readonly linkNames: readonly string[]
  readonly author: AuthorsWords
  readonly catalogue: Catalogue
  readonly discovery: boolean
  /** All bonds that the pod shall get, this one among them. */
  readonly selected: readonly SelectedBond[]
}

/**
 * Which networks feed the links of a bond, first row that applies:
 *
 * | row | source                                       | remark                                                       |
 * |-----|----------------------------------------------|--------------------------------------------------------------|
 * | 1   | `links` on the pod                           | an author's element of that name with another network: refused |
 * | 2   | the author's elements called like the links  | the rest, if any, from row 3, never from row 4               |
 * | 3   | `links` on the bond network                  |                                                              |
 * | 4   | discovery in the bond's namespace            | with one bond, if their number fits                          |
 * | 5   | none                                         | refused                                                      |
 */
export function resolveLinks(question: LinkQuestion, problems: PlanProblem[]): ResolvedLinks | undefined {
  const answered = authorsAnswers(question)
  const { author, bond } = question
  if (isUnreadable(author, 'links')) return undefined
  if (author.links) return fromPod(question, author.links, answered, problems)
  const { linkNames } = question
  if (answered.size === linkNames.length) return { from: 'author', links: sources(linkNames, [], answered) }
  const pinned = pinnedLinks(bond.network, linkNames.length, problems)
  if (pinned === 'unreadable') return undefined
  if (pinned) return { from: answered.size > 0 ? 'author' : 'network', links: sources(linkNames, pinned, answered) }
  if (answered.size === 0) return discover(question, problems)
  const missing = linkNames.filter(name => !answered.has(name))
  problems.push({ kind: 'links-known', bond: bond.network, missing, why: { kind: 'partly-answered' } })
  return undefined
}

/**
 * Row 2: elements that carry a link's name. A name by position counts only where the author lists the bond behind
 * the element: otherwise nothing says that the element was meant as a link.
 */
function authorsAnswers({ bond, selected, linkNames, author }: LinkQuestion): ReadonlyMap<string, NetworkElement> {
  const answers = new Map<string, NetworkElement>()
  const bondIndex = bond.elements[0]?.index ?? -1
  // A bond gets a name of its own: by position it may be called like a link.
  const bonds = new Set(selected.flatMap(({ elements }) => elements))
  const elements = author.networks?.elements.filter(element => !bonds.has(element)) ?? []
  // What is said beats what is merely so: an element in front may be called like a link by its position.
  const named = elements.filter(element => element.interface !== '')
  const placed = elements.filter(element => element.interface === '' && element.index < bondIndex)
  for (const element of [...named, ...placed]) {
    const name = effectiveInterface(element)
    if (linkNames.includes(name) && !answers.has(name)) answers.set(name, element)
  }
  return answers
}

function fromPod(
  { linkNames, bond, selected }: LinkQuestion,
  list: NetworksList,
  answered: ReadonlyMap<string, NetworkElement>,
  problems: PlanProblem[],
): ResolvedLinks | undefined {
  if (selected.length > 1) return undefined
  if (list.elements.length !== linkNames.length) {
    const found = list.elements.length
    problems.push({ kind: 'links-annotation-count', expected: linkNames, found, bond: bond.network, on: 'pod' })
    return undefined
  }
  const contradictions = linkNames.flatMap((link, index): readonly PlanProblem[] => {
    const wanted = list.elements[index]
    const element = answered.get(link)
    if (!wanted || !element || sameNetwork(element, wanted)) return []
    return [{ kind: 'link-network-agreed', link, wanted, element }]
  })
  problems.push(...contradictions)
  if (contradictions.length > 0) return undefined
  return { from: 'pod', links: sources(linkNames, list.elements, answered) }
}

function discover(question: LinkQuestion, problems: PlanProblem[]): ResolvedLinks | undefined {
  const { linkNames } = question
  const bond = question.bond.network
  const found = candidates(question)
  if ('kind' in found) {
    problems.push({ kind: 'links-known', bond, missing: linkNames, why: found })
    return undefined
  }
  problems.push({ kind: 'links-by-discovery', bond, links: found })
  return { from: 'discovery', links: sources(linkNames, found, new Map()) }
}

/** The namespace is looked at only where its answer counts: its networks may not be known yet. */
function candidates(question: LinkQuestion): readonly NetworkKey[] | LinksUnknown {
  const { selected, discovery, linkNames, bond, catalogue } = question
  if (selected.length > 1) return { kind: 'several-bonds' }
  if (!discovery) return { kind: 'discovery-off' }
  const keys = namespaceView(catalogue, bond.network.reference.namespace, 'decide').discoverable
  if (keys.length === linkNames.length) return keys
  return { kind: 'candidates', names: keys.map(key => key.name), needed: linkNames.length }
}

/** Row 3, where the bond network says once for all pods which networks feed its links. */
function pinnedLinks(
  bond: BondNetwork,
  needed: number,
  problems: PlanProblem[],
): readonly NetworkKey[] | undefined | 'unreadable' {
  if (bond.links === undefined) return undefined
  const list = readLinkList(bond.links, bond.reference.namespace)
  if (list.kind === 'unreadable') {
    problems.push({ kind: 'links-annotation-readable', list, network: bond })
    return 'unreadable'
  }
  if (list.elements.length === needed) return list.elements
  const found = list.elements.length
  problems.push({ kind: 'links-annotation-count', expected: bond.linkNames ?? [], found, bond, on: 'network' })
  return 'unreadable'
}

/** The author's own element first, else the network at the link's place in a list. */
function sources(
  linkNames: readonly string[],
  keys: readonly NetworkKey[],
  answered: ReadonlyMap<string, NetworkElement>,
): readonly LinkSource[] {
  return linkNames.flatMap((name, index) => {
    const element = answered.get(name)
    const key = element ?? keys[index]
    return key ? [{ interface: name, key, element }] : []
  })
}
