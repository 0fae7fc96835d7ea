import { parseGoJson } from '../../bonding/go-json.ts'
import { EditedText } from '../edited-text.ts'
import type { TextEdit } from '../edited-text.ts'
import type { ScalarNode } from '../manifest-node.ts'
import { scalarPieces } from '../scalar-offset.ts'
import { piecesText } from '../scalar-pieces.ts'

/** The text of a scalar once edited, by its style alone; its surroundings are the caller's to check. */
export function editedScalar(text: string, node: ScalarNode, edits: readonly TextEdit[]): string | undefined {
  const own = edits.map(edit => ({ ...edit, offset: edit.offset - node.start }))
  const edited = new EditedText(text.slice(node.start, node.end), own).text
  if (node.style !== 'json') return piecesText(scalarPieces(edited, { ...node, start: 0, end: edited.length }))
  const reading = parseGoJson(edited)
  return reading.kind === 'json' && reading.root.kind === 'string' ? reading.root.value : undefined
}
