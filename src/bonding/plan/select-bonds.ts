import type { BondNetwork } from '../bond-network.ts'
import type { Catalogue } from '../catalogue.ts'
import { nearest } from '../did-you-mean.ts'
import { annotations, bondLabel } from '../keys.ts'
import { type NetworkKey, sameNetwork } from '../network-key.ts'
import type { NetworkElement } from '../networks-annotation.ts'
import type { Place } from '../place.ts'
import { type Pod } from '../pod.ts'
import { namespaceView } from './namespace-view.ts'
import type { PlanProblem } from './problem.ts'
import { type AuthorsWords, isUnreadable } from './read-annotations.ts'

/** A bond that this pod shall get. */
export interface SelectedBond {
  readonly network: BondNetwork
  /** What annotation `bonds` asks for, '' where it asks for no name. */
  readonly wantedInterface: string
  /** The author's own elements of that network. */
  readonly elements: readonly NetworkElement[]
}

interface Wish {
  readonly key: NetworkKey
  readonly interface: string
  readonly place: Place
}

/**
 * Which bonds, first row that applies:
 *
 * | label  | `bonds` | bonds in the author's list | result                                                       |
 * |--------|---------|----------------------------|--------------------------------------------------------------|
 * | any    | given   | any                        | those listed in `bonds`; a label with a name must be of them |
 * | a name | absent  | any                        | that network of the pod's namespace                          |
 * | empty  | absent  | some                       | those                                                        |
 * | empty  | absent  | none                       | the only bond network of the namespace, else refused         |
 */
export function selectBonds(
  pod: Pod,
  author: AuthorsWords,
  catalogue: Catalogue,
  problems: PlanProblem[],
): readonly SelectedBond[] {
  const bonds: SelectedBond[] = []
  for (const wish of wishes(pod, author, catalogue, problems)) {
    const network = lookUp(wish, pod, catalogue, problems)
    if (!network || bonds.some(bond => bond.network === network)) continue
    const elements = author.networks?.elements.filter(element => sameNetwork(element, wish.key)) ?? []
    bonds.push({ network, wantedInterface: wish.interface, elements })
  }
  return bonds
}

function wishes(pod: Pod, author: AuthorsWords, catalogue: Catalogue, problems: PlanProblem[]): readonly Wish[] {
  const label = pod.labels[bondLabel] ?? ''
  const labelPlace: Place = { path: ['metadata', 'labels', bondLabel] }
  if (isUnreadable(author, 'bonds')) return []
  if (author.bonds) return listedWishes(label, author.bonds.elements, pod, problems)
  if (label !== '') {
    return [{ key: { namespace: pod.namespace, name: label }, interface: '', place: labelPlace }]
  }
  if (isUnreadable(author, 'networks')) return []
  const inList = author.networks?.elements.filter(element => isBond(element, catalogue)) ?? []
  if (inList.length > 0) return inList.map(element => ({ key: element, interface: '', place: labelPlace }))
  const candidates = namespaceView(catalogue, pod.namespace, 'decide').bondNames
  const [only] = candidates
  if (only !== undefined && candidates.length === 1) {
    return [{ key: { namespace: pod.namespace, name: only }, interface: '', place: labelPlace }]
  }
  problems.push({ kind: 'bond-to-choose', candidates })
  return []
}

function listedWishes(
  label: string,
  elements: readonly NetworkElement[],
  pod: Pod,
  problems: PlanProblem[],
): readonly Wish[] {
  if (label !== '' && !elements.some(element => sameNetwork(element, { namespace: pod.namespace, name: label }))) {
    problems.push({ kind: 'label-names-listed-bond', label, bonds: elements })
  }
  const place = (element: NetworkElement): Place => ({
    path: ['metadata', 'annotations', annotations.bonds],
    span: element.span,
  })
  for (const element of elements) {
    if (!elements.some(earlier => earlier.index < element.index && sameNetwork(earlier, element))) continue
    problems.push({ kind: 'bond-attached-once', bond: element, place: place(element) })
  }
  return elements.map(element => ({ key: element, interface: element.interface, place: place(element) }))
}

function lookUp(wish: Wish, pod: Pod, catalogue: Catalogue, problems: PlanProblem[]): BondNetwork | undefined {
  const network = catalogue.get(wish.key.namespace, wish.key.name)
  if (network?.kind === 'bond') return network
  const { place, key: wanted } = wish
  // The names of another namespace are not for this reader.
  const all = wanted.namespace === pod.namespace ? namespaceView(catalogue, pod.namespace, 'suggest').bondNames : []
  if (network) {
    problems.push({ kind: 'bond-network-is-bond', place, wanted, candidates: all })
    return undefined
  }
  const close = nearest(wanted.name, all)
  const near = close.length > 0
  const leftOut = catalogue.gap?.(wanted.namespace)?.kind === 'left-out'
  problems.push({ kind: 'bond-network-exists', place, wanted, leftOut, candidates: near ? close : all, near })
  return undefined
}

function isBond(key: NetworkKey, catalogue: Catalogue): boolean {
  return catalogue.get(key.namespace, key.name)?.kind === 'bond'
}
