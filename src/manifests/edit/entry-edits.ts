import type { TextEdit } from '../edited-text.ts'
import { valueOf } from '../manifest-node.ts'
import type { ManifestNode, MapEntry } from '../manifest-node.ts'
import { aliasRange, mergingEdits, replacingEdit } from './alias-edits.ts'
import { changed, touchesList } from './change.ts'
import type { Change } from './change.ts'
import { fillingEdits } from './filling-edits.ts'
import { outsideBreak } from './line.ts'
import { scalarEdits } from './scalar-edits.ts'
import type { Members, Spot } from './spot.ts'

/**
 * The edits that give an entry a text, or members where it has none; undefined where another kind of value stands there.
 *
 * @param spot of the mapping that has the entry
 */
export function valueEdits(spot: Spot, read: MapEntry, wanted: unknown): readonly TextEdit[] | undefined {
  const { text } = spot.object.source
  const entry = placed(text, read)
  const { value } = entry
  if (typeof wanted === 'string' && value.kind === 'scalar') return scalarEdits(text, value, wanted, spot.map.flow)
  const members = membersOf(wanted)
  return members !== undefined && isEmpty(value) ? fillingEdits(spot, entry, members) : undefined
}

/** The edits that change an entry whose value is an alias, here alone; undefined where a list is on the way. */
export function aliasEdits(spot: Spot, entry: MapEntry, change: Change): readonly TextEdit[] | undefined {
  const before = valueOf(entry.value)
  const alias = aliasRange(spot.object.source.text, entry)
  if (alias === undefined || touchesList(before, change)) return undefined
  if (change.kind === 'value' || entry.value.kind !== 'map')
    return [replacingEdit(spot, alias, changed(before, change))]
  const members = new Map(membersOf(before))
  const further = [...change.members].map(([key, inner]) => [key, changed(members.get(key), inner)] as const)
  return mergingEdits(spot, alias, further)
}

/** The entry with its value, if that is an empty null, where the author's text for one would begin. */
function placed(text: string, entry: MapEntry): MapEntry {
  const { value } = entry
  if (value.kind !== 'scalar' || value.start < value.end) return entry
  const at = outsideBreak(text, value.start)
  return { ...entry, value: { ...value, start: at, end: at } }
}

function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined
}

function isEmpty(node: ManifestNode): boolean {
  return node.kind === 'scalar' ? node.value === null : node.kind === 'map' && node.entries.length === 0
}
