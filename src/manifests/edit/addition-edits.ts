import type { TextEdit } from '../edited-text.ts'
import type { MapNode } from '../manifest-node.ts'
import { behindMap, indentUnit, keyColumn } from './block-place.ts'
import { blockLines } from './block-text.ts'
import type { BlockSetting } from './block-text.ts'
import { flowStyleOf } from './flow-style.ts'
import { memberLines } from './flow-text.ts'
import { lineEnd } from './line.ts'
import { isAliased, ownEntries } from './own-entries.ts'
import type { Members, Spot } from './spot.ts'

/** The edits that put members at the end of a mapping that has some already. */
export function additionEdits(spot: Spot, members: Members): readonly TextEdit[] {
  if (spot.map.flow) return flowAdditions(spot, members)
  const { source } = spot.object
  const setting = blockSetting(spot, keyColumn(source, spot.map))
  const place = behindMap(source, spot.map)
  const lines = members.flatMap(([key, value]) => blockLines(key, value, setting))
  return [{ offset: place.offset, removed: 0, inserted: place.inserting(lines) }]
}

/** How the author lays out block mappings around the spot. */
export function blockSetting({ object, map }: Spot, indent: number): BlockSetting {
  const styles = ownEntries(map).map(({ value }) => (value.kind === 'scalar' ? value.style : 'plain'))
  const single = styles.includes('single-quoted') && !styles.includes('double-quoted')
  return { indent, unit: indentUnit(object.source, map, object.node), ...(single && { quotes: "'" }) }
}

function flowAdditions({ object, map, around }: Spot, members: Members): readonly TextEdit[] {
  const { text } = object.source
  const style = flowStyleOf(object.source, around, map.start)
  const { end, comma } = lastMember(text, map)
  const added = memberLines(members, style)
  const insert = (offset: number, inserted: string): TextEdit => ({ offset, removed: 0, inserted })
  if (style.lines === undefined) return [insert(end, style.comma + added)]
  const behind = lineEnd(text, comma ?? end)
  // The brace closes on the line of the last member, or commas begin lines.
  if (behind >= map.end || lineEnd(text, end) !== behind) return [insert(end, `,${added}`)]
  return comma === undefined ? [insert(end, ','), insert(behind, added)] : [insert(behind, `${added},`)]
}

/** Where the last member in braces ends, and where a comma stands behind it. */
function lastMember(text: string, map: MapNode): { readonly end: number; readonly comma: number | undefined } {
  const ends = ownEntries(map).map(entry => Math.max(entry.keyRange.end, isAliased(entry) ? 0 : entry.value.end))
  let end = Math.max(map.start + 1, ...ends)
  let comma: number | undefined
  // What is left is a colon, an anchor, an alias or a merge of aliases, between commas and comments.
  for (const { 0: token, index } of text.slice(end, map.end - 1).matchAll(/#[^\n\r]*|,|[^\s,]+/g)) {
    const at = Math.max(map.start + 1, ...ends) + index
    if (token === ',') comma = at
    else if (!token.startsWith('#')) {
      end = at + token.length
      comma = undefined
    }
  }
  return { end, comma }
}
