import type { TextEdit } from '../edited-text.ts'
import type { ScalarNode, ScalarStyle } from '../manifest-node.ts'
import { insertionsBetween } from './insertions.ts'
import { pieceGap } from './piece-gap.ts'
import { rewrittenScalar } from './rewritten-scalar.ts'
import { scalarPieces } from '../scalar-offset.ts'
import { editedScalar } from './scalar-reading.ts'
import { doubleQuoted, isPlain, isSingleQuotable, isText, singleQuoted } from './scalar-text.ts'

/**
 * The edits that give a scalar another text, in its own style: insertions into what the author wrote where the new text
 * is the old one with more in it and the style can say so, else the scalar anew.
 *
 * @param flow does it stand in braces or brackets?
 */
export function scalarEdits(text: string, node: ScalarNode, wanted: string, flow: boolean): readonly TextEdit[] {
  return inserted(text, node, wanted, flow) ?? rewrittenScalar(text, node, wanted, flow)
}

function inserted(text: string, node: ScalarNode, wanted: string, flow: boolean): readonly TextEdit[] | undefined {
  const insertions = typeof node.value === 'string' ? insertionsBetween(node.value, wanted) : undefined
  if (insertions === undefined) return undefined
  const pieces = scalarPieces(text, node)
  const gaps = insertions.map(({ offset, text: more }) => ({ offset: pieceGap(text, node, pieces, offset), more }))
  const editsIn = (style: ScalarStyle): readonly TextEdit[] =>
    gaps.map(({ offset, more }) => ({ offset, removed: 0, inserted: escaped(more, style) }))
  const edits = editsIn(node.style)
  const fits = insertions.every(({ text: more }) => canHold(more, wanted, node.style, flow))
  if (fits && editedScalar(text, node, edits) === wanted) return edits
  if (node.style !== 'plain') return undefined
  const quotes = node.value === '' || isSingleQuotable(wanted) ? "'" : '"'
  const quoted = [
    { offset: node.start, removed: 0, inserted: quotes },
    ...editsIn(quotes === "'" ? 'single-quoted' : 'double-quoted'),
    { offset: node.end, removed: 0, inserted: quotes },
  ]
  const style = quotes === "'" ? 'single-quoted' : 'double-quoted'
  return editedScalar(text, { ...node, style }, quoted) === wanted ? quoted : undefined
}

function canHold(more: string, wanted: string, style: ScalarStyle, flow: boolean): boolean {
  switch (style) {
    case 'plain':
      return isPlain(`a${more}`, flow) && /^[\w./]/.test(wanted) && isText(wanted)
    case 'single-quoted':
      return isSingleQuotable(more)
    case 'literal':
    case 'folded':
      return isSingleQuotable(more) && !/^\s/.test(wanted)
    default:
      return true
  }
}

function escaped(more: string, style: ScalarStyle): string {
  switch (style) {
    case 'single-quoted':
      return singleQuoted(more).slice(1, -1)
    case 'double-quoted':
      return doubleQuoted(more).slice(1, -1)
    case 'json':
      return JSON.stringify(more).slice(1, -1)
    default:
      return more
  }
}
