import type { ListNode, MapEntry, MapNode } from '../manifest-node.ts'

/** The entries that stand in the mapping itself, in the order of the text; others come out of a merge key. */
export function ownEntries(map: MapNode): readonly MapEntry[] {
  const own = map.entries.filter(entry => isOwn(map, entry))
  return own.toSorted((a, b) => a.keyRange.start - b.keyRange.start)
}

export function isOwn({ start, end }: MapNode, { keyRange }: MapEntry): boolean {
  return keyRange.start >= start && keyRange.end <= end
}

/** Does an alias stand for the value? What it names stands before it. */
export function isAliased({ keyRange, value }: MapEntry): boolean {
  return value.start < keyRange.start
}

export function isAliasedItem(list: ListNode, index: number): boolean {
  const start = list.items[index]?.start ?? list.end
  return start < list.start || list.items.slice(0, index).some(item => item.start <= start && start < item.end)
}
