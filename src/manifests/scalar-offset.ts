import type { ScalarNode } from './manifest-node.ts'
import { jsonStringPieces } from './json-string-pieces.ts'
import { pieceOffset } from './scalar-pieces.ts'
import type { Piece } from './scalar-pieces.ts'
import { readBlockScalar } from './yaml/block-scalar.ts'
import { readFlowScalar } from './yaml/flow-scalar.ts'

/**
 * The offset in the file's text of the character at `offset` of a scalar's text; of what stands for it (an escape
 * sequence, the line break that became a blank), the beginning. Undefined behind the end, or where the value is no text.
 */
export function scalarOffset(text: string, scalar: ScalarNode, offset: number): number | undefined {
  if (typeof scalar.value !== 'string' || offset < 0) return undefined
  if (scalar.value === '' && offset === 0) return scalar.start + (/["']/.test(text.charAt(scalar.start)) ? 1 : 0)
  return pieceOffset(scalarPieces(text, scalar), offset)
}

/** The parts of a scalar's text with the places that they come from; of an escape in JSON only the length is right. */
export function scalarPieces(text: string, scalar: ScalarNode): readonly Piece[] {
  switch (scalar.style) {
    case 'literal':
    case 'folded':
      return readBlockScalar(text, scalar, scalar.indent ?? 0)
    case 'json':
      return jsonStringPieces(text, scalar)
    default: {
      const flow = readFlowScalar(text, scalar, scalar.style)
      return flow.kind === 'read' ? flow.pieces : []
    }
  }
}
