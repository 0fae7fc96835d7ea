import type { Catalogue } from '../catalogue.ts'
import type { BondNetwork } from '../bond-network.ts'
import { parseGoJson } from '../go-json.ts'
import { foreignAnnotations } from '../keys.ts'
import {
  effectiveInterface,
  type NetworkElement,
  type NetworksList,
  readNetworksAnnotation,
} from '../networks-annotation.ts'
import { type Pod, podAnnotation } from '../pod.ts'

/** An element of the list that its author wrote, and what it is to a bond of the pod. */
export interface WrittenElement {
  readonly element: NetworkElement
  /** The name of its interface. */
  readonly name: string
  readonly role: 'bond' | 'link' | 'other'
  /** It asks for nothing but a network and a name, so that the webhook can write it just as well. */
  readonly plain: boolean
}

export interface WrittenBond {
  readonly network: BondNetwork
  readonly element: NetworkElement
}

/** The networks annotation of a pod that says all of it by hand. */
export interface HandWritten {
  readonly list: NetworksList
  readonly elements: readonly WrittenElement[]
  readonly bonds: readonly WrittenBond[]
}

/** @returns a sentence where the list cannot be read */
export function readHandWritten(pod: Pod, catalogue: Catalogue): HandWritten | string {
  const list = readNetworksAnnotation(podAnnotation(pod, foreignAnnotations.networks) ?? '', pod.namespace)
  if (list.kind === 'unreadable') return `its networks annotation cannot be read: ${list.found}`
  const bonds = list.elements.flatMap((element): readonly WrittenBond[] => {
    const network = catalogue.get(element.namespace, element.name)
    return network?.kind === 'bond' ? [{ network, element }] : []
  })
  const linkNames = new Set(bonds.flatMap(({ network }) => network.linkNames ?? []))
  const elements = list.elements.map((element): WrittenElement => {
    const name = effectiveInterface(element)
    const role = bonds.some(bond => bond.element === element) ? 'bond' : linkNames.has(name) ? 'link' : 'other'
    return { element, name, role, plain: isPlain(list, element) }
  })
  return { list, elements, bonds }
}

const plainKeys: ReadonlySet<string> = new Set(['name', 'namespace', 'interface'])

function isPlain({ syntax, text }: NetworksList, { span }: NetworkElement): boolean {
  if (syntax === 'comma') return true
  const reading = parseGoJson(text.slice(span.start, span.end))
  if (reading.kind !== 'json' || reading.root.kind !== 'object') return false
  return reading.root.members.every(({ key }) => plainKeys.has(key.value))
}
