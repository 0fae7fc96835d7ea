import type { TextEdit } from '../edited-text.ts'
import type { MapEntry } from '../manifest-node.ts'
import type { TextRange } from '../source-text.ts'
import { blockSetting } from './addition-edits.ts'
import { behindLine, keyColumn } from './block-place.ts'
import { blockLines } from './block-text.ts'
import { flowStyleOf } from './flow-style.ts'
import { flowText, memberLines } from './flow-text.ts'
import { beginsLine, lineBreak, lineStart } from './line.ts'
import type { Members, Spot } from './spot.ts'

/** Where the alias of an entry stands; undefined where something this program does not expect stands before it. */
export function aliasRange(text: string, { keyRange }: MapEntry): TextRange | undefined {
  const alias = /[ \t]*:(?:\s|#[^\n]*\n)*(\*[^\s,[\]{}]+)/y
  alias.lastIndex = keyRange.end
  const name = alias.exec(text)?.[1]
  return name === undefined ? undefined : { start: alias.lastIndex - name.length, end: alias.lastIndex }
}

/** `annotations: *common` becomes a mapping of its own that takes in the common one and has further members. */
export function mergingEdits(spot: Spot, alias: TextRange, members: Members): readonly TextEdit[] {
  const { source } = spot.object
  if (spot.map.flow) {
    const { lines: _lines, ...style } = flowStyleOf(source, spot.around, spot.map.start)
    const added = memberLines(members, style)
    return [
      { offset: alias.start, removed: 0, inserted: '{<<: ' },
      { offset: alias.end, removed: 0, inserted: `${style.comma}${added}}` },
    ]
  }
  const column = keyColumn(source, spot.map)
  const { unit } = blockSetting(spot, column)
  const ownLine = beginsLine(source, alias.start)
  const indent = ownLine ? alias.start - lineStart(source, alias.start) : column + unit
  const blanks = ownLine ? 0 : trailingBlanks(source.text.slice(0, alias.start))
  const before = ownLine ? '' : lineBreak(source, alias.start) + ' '.repeat(indent)
  const place = behindLine(source, alias.end)
  const lines = members.flatMap(([key, value]) => blockLines(key, value, { indent, unit }))
  return [
    { offset: alias.start - blanks, removed: blanks, inserted: `${before}<<: ` },
    { offset: place.offset, removed: 0, inserted: place.inserting(lines) },
  ]
}

/** The alias of a text gives way to a text, the alias of nothing to a mapping. */
export function replacingEdit({ object, around }: Spot, alias: TextRange, value: unknown): TextEdit {
  const { lines: _lines, ...style } = flowStyleOf(object.source, around, alias.start)
  return { offset: alias.start, removed: alias.end - alias.start, inserted: flowText(value, style) }
}

function trailingBlanks(text: string): number {
  return text.length - text.trimEnd().length
}
