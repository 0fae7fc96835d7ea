import { effectiveInterface, type NetworksList, type UnreadableList } from '../../src/bonding/networks-annotation.ts'

/** A list as `namespace/name@interface` texts, each with the interface that Multus will make; or what is wrong with it. */
export function shown(list: NetworksList | UnreadableList): readonly string[] | string {
  if (list.kind === 'unreadable') return `${list.stage}: ${list.found}`
  return list.elements.map(element => `${element.namespace}/${element.name}@${effectiveInterface(element)}`)
}

/** The part of the text that an unreadable list points at. */
export function pointedAt(text: string, list: NetworksList | UnreadableList): string | undefined {
  return list.kind === 'unreadable' ? text.slice(list.span.start, list.span.end) : undefined
}
