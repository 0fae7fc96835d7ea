import type { ManifestNode, MapNode, ScalarNode } from '../manifest-node.ts'
import { breakLength } from '../scalar-pieces.ts'
import type { SourceText } from '../source-text.ts'
import { lineBreak, lineEnd, lineStart, outsideBreak } from './line.ts'
import { isAliased, ownEntries } from './own-entries.ts'

/** Where new lines go, and the text that puts them there. */
export interface LinePlace {
  readonly offset: number
  inserting(lines: readonly string[]): string
}

/** Behind the line of the offset, with a comment that stands there. */
export function behindLine(source: SourceText, offset: number): LinePlace {
  const newLine = lineBreak(source, offset)
  return {
    offset: lineEnd(source.text, offset),
    inserting: lines => lines.map(line => newLine + line).join(''),
  }
}

/**
 * Behind all that belongs to a block mapping, with the comments that stand directly behind it and deeper than its keys
 * (a label that is commented out), and before the comments and empty lines that follow.
 */
export function behindMap(source: SourceText, map: MapNode): LinePlace {
  const { text } = source
  const end = outsideBreak(text, map.end)
  const behind = (offset: number) => behindLine(source, innerCommentsEnd(text, offset, keyColumn(source, map)))
  if (!/[\n\r\u0085]/.test(text.charAt(end - 1))) return behind(end)
  const scalar = lastScalar(map)
  const header = scalar && text.slice(scalar.start, lineEnd(text, scalar.start)).replace(/[ \t]#.*/, '')
  if (header?.includes('+') !== true) return behind(text.slice(0, end).trimEnd().length)
  // Empty lines are part of such a scalar.
  const newLine = lineBreak(source, map.start)
  return { offset: end, inserting: lines => lines.map(line => line + newLine).join('') }
}

/** How many columns the keys of a block mapping are indented; `- ` counts. */
export function keyColumn(source: SourceText, map: MapNode): number {
  const start = lineStart(source, map.start)
  // An anchor or a tag of the first key stands before it.
  return source.text.slice(start, map.start).replace(/(?:[&!]\S*[ \t]+)+$/, '').length
}

/** By how many columns the author indents a mapping in a mapping: here, else elsewhere in the object, else 2. */
export function indentUnit(source: SourceText, map: MapNode, root: MapNode): number {
  return unitIn(source, map, 0) ?? unitIn(source, root, 6) ?? 2
}

function unitIn(source: SourceText, node: ManifestNode, depth: number): number | undefined {
  if (node.kind === 'scalar' || node.flow) return undefined
  const inner = node.kind === 'list' ? node.items : ownEntries(node).map(({ value }) => value)
  if (node.kind === 'map') {
    const column = keyColumn(source, node)
    for (const entry of ownEntries(node)) {
      if (entry.value.kind !== 'map' || entry.value.flow || isAliased(entry)) continue
      return Math.max(keyColumn(source, entry.value) - column, 1)
    }
  }
  if (depth === 0) return undefined
  for (const child of inner) {
    const unit = unitIn(source, child, depth - 1)
    if (unit !== undefined) return unit
  }
  return undefined
}

/** Where the last comment ends that is deeper than the column, of those on the lines directly behind the offset. */
function innerCommentsEnd(text: string, offset: number, column: number): number {
  let end = lineEnd(text, offset)
  for (;;) {
    const next = end + breakLength(text, end)
    const nextEnd = lineEnd(text, next)
    const blanks = /^( *)#/.exec(text.slice(next, nextEnd))?.[1]
    if (blanks === undefined || blanks.length <= column) return end
    end = nextEnd
  }
}

function lastScalar(node: ManifestNode): ScalarNode | undefined {
  if (node.kind === 'scalar') return node
  const last = node.kind === 'list' ? node.items.at(-1) : ownEntries(node).at(-1)?.value
  return last && lastScalar(last)
}
