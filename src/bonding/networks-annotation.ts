import type { Span } from './go-json.ts'
import { readCommaForm } from './networks-annotation/comma.ts'
import { findJsonMark } from './networks-annotation/form.ts'
import { readJsonForm } from './networks-annotation/json.ts'

/** Where an interface name can be put into the author's text without touching the rest of it. */
export interface NameSlot extends Pick<Span, 'start'> {
  /**
   * `behind-name`: no `@` yet; `behind-at`: the author wrote `a@` and nothing behind it; `member`: behind the last
   * member of a JSON object, where a further key `interface` wins over all before it.
   */
  readonly kind: 'behind-name' | 'behind-at' | 'member'
}

/** One attachment of the list, as Multus understands it (pkg/types NetworkSelectionElement). */
export interface NetworkElement {
  /** Position in the list, from 0. */
  readonly index: number
  /** The pod's own where the author names none. */
  readonly namespace: string
  readonly name: string
  /** '' where the author asks for none; Multus then takes `net<index + 1>`. */
  readonly interface: string
  readonly mac?: string
  readonly ips?: readonly string[]
  /** Where the element stands in the annotation's text, blanks around it excluded. */
  readonly span: Span
  /** Absent where the author asks for an interface name: that one stays. */
  readonly slot?: NameSlot
}

export interface NetworksList {
  readonly kind: 'list'
  readonly syntax: 'comma' | 'json'
  readonly text: string
  readonly elements: readonly NetworkElement[]
}

export interface UnreadableList {
  readonly kind: 'unreadable'
  /** `lookup`: Multus reads the list, and then fails to find a network that has no name. */
  readonly stage: 'parse' | 'lookup'
  readonly span: Span
  /** What was found and what was expected, in plain words, to stand behind the place; one line, the author's text cut short. */
  readonly found: string
  /** Imperative, without a full stop. */
  readonly fix: string
  /** What Multus says: a fragment without its prefix, in one line of at most 120 characters; '' where it would not object. */
  readonly multus: string
}

/**
 * Reads the annotation `k8s.v1.cni.cncf.io/networks` as Multus does (pkg/k8sclient parsePodNetworkAnnotation,
 * 95a0932). One bad element makes the whole list unreadable, and nothing is repaired.
 *
 * @param text '' is an empty list
 */
export function readNetworksAnnotation(text: string, podNamespace: string): NetworksList | UnreadableList {
  return findJsonMark(text) ? readJsonForm(text, podNamespace) : readCommaForm(text, podNamespace, 'or-json')
}

/** Reads the value of one of our own annotations: the comma form of the networks annotation, and only that. */
export function readCommaList(text: string, podNamespace: string): NetworksList | UnreadableList {
  const mark = findJsonMark(text)
  if (!mark) return readCommaForm(text, podNamespace, 'comma-only')
  return {
    kind: 'unreadable',
    stage: 'parse',
    span: { start: mark.start, end: mark.end },
    found: `contains ${mark.words}, but only the comma form is read here: [namespace/]name[@interface], ...`,
    fix: 'Name the networks with commas between them, without quotes and brackets',
    multus: '',
  }
}

/** The name of the interface that Multus makes for an element, on a cluster without further default networks. */
export function effectiveInterface(element: Pick<NetworkElement, 'index' | 'interface'>): string {
  return element.interface === '' ? `net${element.index + 1}` : element.interface
}
