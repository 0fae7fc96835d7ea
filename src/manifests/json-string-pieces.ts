import { PieceCollector } from './scalar-pieces.ts'
import type { Piece } from './scalar-pieces.ts'
import type { TextRange } from './source-text.ts'

/** A string of a JSON document; the range includes its quotes. Half a surrogate pair counts one unit, as its U+FFFD does. */
export function jsonStringPieces(text: string, { start, end }: TextRange): readonly Piece[] {
  const out = new PieceCollector(text)
  let at = start + 1
  const escape = /\\(?:u[0-9a-fA-F]{4}|.)/gs
  escape.lastIndex = at
  for (let found = escape.exec(text); found !== null && found.index < end; found = escape.exec(text)) {
    out.verbatim(at, found.index)
    // Only its length counts: every escape stands for one UTF-16 unit.
    out.replaced(' ', found.index)
    at = escape.lastIndex
  }
  out.verbatim(at, end - 1)
  return out.pieces
}
