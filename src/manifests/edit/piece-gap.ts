import type { ScalarNode } from '../manifest-node.ts'
import type { Piece } from '../scalar-pieces.ts'

/**
 * Where to insert what is to stand at `offset` of a scalar's value: directly behind the character before it rather than
 * before the character behind it, since a line break may lie between.
 */
export function pieceGap(text: string, scalar: ScalarNode, pieces: readonly Piece[], offset: number): number {
  const quoted = scalar.style !== 'plain' && scalar.indent === undefined
  let before = 0
  let previous: Piece | undefined
  for (const piece of pieces) {
    const inside = offset - before
    if (inside < piece.text.length) return inside > 0 ? piece.start + inside : gapBetween(text, scalar, previous, piece)
    before += piece.text.length
    previous = piece
  }
  // Behind a last line break, and before the closing quote.
  if (quoted) return scalar.end - 1
  return previous?.verbatim === true ? previous.start + previous.text.length : scalar.end
}

function gapBetween(text: string, scalar: ScalarNode, previous: Piece | undefined, next: Piece): number {
  if (previous?.verbatim !== true) return next.start
  const end = previous.start + previous.text.length
  // The second of two quotes, which stand for one.
  const doubled = scalar.style === 'single-quoted' && text[end - 1] === "'"
  return doubled ? end + 1 : end
}
