import { annotations } from '../keys.ts'
import { editNetworksAnnotation, expressibleInCommaForm } from '../networks-annotation/edit.ts'
import { readNetworksAnnotation } from '../networks-annotation.ts'
import type { HandWritten, WrittenElement } from './hand-written.ts'

/** What a pod could say instead of its list. */
export interface Reduction {
  readonly label: string
  /** What is left of the list; undefined: nothing. */
  readonly networks: string | undefined
  /** Annotations of ours, by key. */
  readonly annotations: Readonly<Record<string, string>>
}

/** All that could do, the shortest first. Which of them leads to the same pod is seen by trying. */
export function reductionsOf(written: HandWritten, namespace: string): readonly Reduction[] {
  const label = labelFor(written, namespace)
  const [named, linked] = [bondsAnnotation(written, namespace), linksAnnotation(written, namespace)]
  const withoutBonds = label === '' ? [] : [{}]
  const withAll: readonly Readonly<Record<string, string>>[] = [
    ...withoutBonds,
    ...linked,
    named,
    ...linked.map(links => ({ ...named, ...links })),
  ]
  const withNames = [...withoutBonds, named]
  return [
    ...kept(written, namespace, ({ role, plain }) => role === 'other' || !plain, withAll, label),
    ...kept(written, namespace, ({ role, plain }) => role !== 'bond' || !plain, withNames, label),
    ...kept(written, namespace, () => true, [{}, named], label),
  ]
}

/** A label names a network of the pod's own namespace, and one only. */
function labelFor({ bonds }: HandWritten, namespace: string): string {
  const [only] = bonds
  return only && bonds.length === 1 && only.element.namespace === namespace ? only.element.name : ''
}

function bondsAnnotation({ elements }: HandWritten, namespace: string): Readonly<Record<string, string>> {
  const bonds = elements.filter(({ role }) => role === 'bond')
  return { [annotations.bonds]: bonds.map(bond => `${textOf(bond, namespace)}@${bond.name}`).join(',') }
}

/** For one bond, in the order of its links. */
function linksAnnotation(
  { bonds, elements }: HandWritten,
  namespace: string,
): readonly Readonly<Record<string, string>>[] {
  const [only] = bonds
  if (!only || bonds.length > 1) return []
  const feeders = (only.network.linkNames ?? []).flatMap(link =>
    elements.filter(({ role, name }) => role === 'link' && name === link),
  )
  const speakable = feeders.every(({ element: { name } }) => expressibleInCommaForm({ name, interface: 'net1' }))
  return speakable ? [{ [annotations.links]: feeders.map(feeder => textOf(feeder, namespace)).join(',') }] : []
}

function textOf({ element }: WrittenElement, namespace: string): string {
  return element.namespace === namespace ? element.name : `${element.namespace}/${element.name}`
}

function kept(
  written: HandWritten,
  namespace: string,
  stays: (element: WrittenElement) => boolean,
  variants: readonly Readonly<Record<string, string>>[],
  label: string,
): readonly Reduction[] {
  const networks = remaining(written, namespace, written.elements.filter(stays))
  if (networks === 'not-expressible') return []
  return variants.map(annotations => ({ label, networks, annotations }))
}

/** What is left of the list, byte for byte, but for the names of those whose place gave them one. */
function remaining(
  { list, elements }: HandWritten,
  namespace: string,
  left: readonly WrittenElement[],
): string | undefined {
  if (left.length === 0) return undefined
  if (left.length === elements.length) return list.text
  const texts = left.map(({ element: { span } }) => list.text.slice(span.start, span.end))
  const short = list.syntax === 'comma' ? texts.join(',') : `[${texts.join(',')}]`
  const read = readNetworksAnnotation(short, namespace)
  if (read.kind === 'unreadable') return 'not-expressible'
  const moved = left.flatMap(({ element, name, role }, index) =>
    element.interface === '' && (role !== 'other' || element.index !== index) ? [[index, name] as const] : [],
  )
  const edited = editNetworksAnnotation(read, { names: new Map(moved), append: [] })
  return edited.kind === 'edited' ? edited.text : 'not-expressible'
}
