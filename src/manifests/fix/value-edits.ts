import type { TextEdit } from '../edited-text.ts'
import { singleQuoted } from '../edit/scalar-text.ts'
import type { ScalarNode } from '../manifest-node.ts'
import { scalarPieces } from '../scalar-offset.ts'
import type { Piece } from '../scalar-pieces.ts'
import type { TextRange } from '../source-text.ts'
import { readEscape } from '../yaml/escape.ts'

/** Where the characters `start` to `end` of a scalar's value stand in the file; undefined where there are none. */
export function writtenRange(text: string, scalar: ScalarNode, { start, end }: TextRange): TextRange | undefined {
  const pieces = scalarPieces(text, scalar)
  const first = writtenCharacter(text, scalar, pieces, start)
  const last = writtenCharacter(text, scalar, pieces, end - 1)
  return first && last && start < end ? { start: first.start, end: last.end } : undefined
}

function writtenCharacter(
  text: string,
  { style }: ScalarNode,
  pieces: readonly Piece[],
  offset: number,
): TextRange | undefined {
  let before = 0
  for (const { text: part, start, verbatim } of pieces) {
    const inside = offset - before
    if (inside < part.length) {
      if (!verbatim) return { start, end: start + escapeLength(text, style, start) }
      const at = start + inside
      return { start: at, end: at + (style === 'single-quoted' && text.startsWith("''", at) ? 2 : 1) }
    }
    before += part.length
  }
  return undefined
}

/** Of what is not written letter by letter; a line break is none, and nobody wants to replace it. */
function escapeLength(text: string, style: ScalarNode['style'], at: number): number {
  if (text[at] !== '\\') return 1
  if (style === 'json') return text[at + 1] === 'u' ? 6 : 2
  const escape = readEscape(text, at)
  return escape.kind === 'known' ? escape.length : 1
}

/** Text as it stands inside a scalar of that style. */
export function inStyle(text: string, style: ScalarNode['style']): string {
  switch (style) {
    case 'double-quoted':
    case 'json':
      return JSON.stringify(text).slice(1, -1)
    case 'single-quoted':
      return singleQuoted(text).slice(1, -1)
    default:
      return text
  }
}

/** The edit of the file that puts another text in the place of a part of a scalar's value. */
export function replacement(
  text: string,
  scalar: ScalarNode,
  range: TextRange,
  inserted: string,
): TextEdit | undefined {
  const written = writtenRange(text, scalar, range)
  if (!written) return undefined
  const { start, end } = written
  return { offset: start, removed: end - start, inserted: inStyle(inserted, scalar.style) }
}
