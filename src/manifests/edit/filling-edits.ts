import type { TextEdit } from '../edited-text.ts'
import type { ManifestNode, MapEntry } from '../manifest-node.ts'
import { blockSetting } from './addition-edits.ts'
import { behindLine, keyColumn } from './block-place.ts'
import { blockLines } from './block-text.ts'
import { flowStyleOf } from './flow-style.ts'
import { flowText, memberLines } from './flow-text.ts'
import { beginsLine, lineBreak, lineEnd, lineIndentation } from './line.ts'
import type { Members, Spot } from './spot.ts'

/**
 * The edits that give members to an entry without any: `annotations:`, `annotations: ~`, `annotations: {}`. In a block
 * mapping the braces or the null give way to lines, also where they have a line of their own.
 *
 * @param spot of the mapping that has the entry
 */
export function fillingEdits(spot: Spot, entry: MapEntry, members: Members): readonly TextEdit[] {
  const { text } = spot.object.source
  const { value, keyRange } = entry
  const onKeysLine = value.start <= lineEnd(text, keyRange.end)
  const holdsComment = text.slice(value.start, value.end).includes('#')
  if (!spot.map.flow && onKeysLine && !holdsComment) return blockFilling(spot, entry, members)
  if (!spot.map.flow && hasOwnLine(spot, value)) return [blockInstead(spot, value, members)]
  return value.kind === 'map' ? insideBraces(spot, entry, members) : [insteadOfNull(spot, entry, members)]
}

function blockFilling(spot: Spot, { value, keyRange }: MapEntry, members: Members): readonly TextEdit[] {
  const { source } = spot.object
  const place = behindLine(source, Math.max(value.end, keyRange.end))
  const column = keyColumn(source, spot.map)
  const { unit } = blockSetting(spot, column)
  const lines = members.flatMap(([key, inner]) => blockLines(key, inner, { indent: column + unit, unit }))
  const added = { offset: place.offset, removed: 0, inserted: place.inserting(lines) }
  if (value.end === value.start) return [added]
  const blanks = /[ \t]*$/.exec(source.text.slice(keyRange.end, value.start))?.[0].length ?? 0
  return [{ offset: value.start - blanks, removed: value.end - value.start + blanks, inserted: '' }, added]
}

/** Helm prints the values of a chart so: `resources:`, and `{}` on the line behind it. */
function hasOwnLine({ object: { source } }: Spot, { start, end }: ManifestNode): boolean {
  const { text } = source
  return (
    end > start &&
    beginsLine(source, start) &&
    text.slice(start, lineEnd(text, start)).trimEnd() === text.slice(start, end)
  )
}

function blockInstead(spot: Spot, { start, end }: ManifestNode, members: Members): TextEdit {
  const { source } = spot.object
  const indent = lineIndentation(source, start).length
  const { unit } = blockSetting(spot, indent)
  const lines = members.flatMap(([key, inner]) => blockLines(key, inner, { indent, unit }))
  return { offset: start, removed: end - start, inserted: lines.join(lineBreak(source, start)).slice(indent) }
}

function insideBraces({ object, around }: Spot, { value }: MapEntry, members: Members): readonly TextEdit[] {
  const { source } = object
  const style = flowStyleOf(source, [...around, value], value.start)
  const inside = source.text.slice(value.start + 1, value.end - 1)
  const added =
    style.lines || inside !== ''
      ? memberLines(members, style)
      : flowText(Object.fromEntries(members), style).slice(1, -1)
  const closing = style.lines && !/[\n\r]/.test(inside) ? style.lines.lineBreak + style.lines.indent : ''
  const blank = style.lines === undefined && inside !== '' ? ' ' : ''
  return [{ offset: value.start + 1, removed: 0, inserted: blank + added + closing }]
}

function insteadOfNull({ object, around }: Spot, { value }: MapEntry, members: Members): TextEdit {
  const style = flowStyleOf(object.source, around, value.start)
  const blank = object.source.text[value.start - 1] === ':' ? ' ' : ''
  const inserted = blank + flowText(Object.fromEntries(members), style)
  return { offset: value.start, removed: value.end - value.start, inserted }
}
