import type { TextEdit } from '../edited-text.ts'
import type { ScalarNode } from '../manifest-node.ts'
import { isBlank } from '../scalar-pieces.ts'
import type { TextRange } from '../source-text.ts'
import { jsonCallouts } from './json-callouts.ts'
import { writtenRange } from './value-edits.ts'

/** Takes the callouts out of a text of JSON; undefined where it has none, or is no JSON without them. */
export function withoutCallouts(text: string, scalar: ScalarNode): readonly TextEdit[] | undefined {
  const callouts = typeof scalar.value === 'string' ? jsonCallouts(scalar.value) : undefined
  const written = callouts?.map(range => writtenRange(text, scalar, range))
  if (written?.every(range => range !== undefined) !== true) return undefined
  return written.map(range => takenOut(text, range))
}

/** Takes a range out, with the blanks in front of it, but not those that a line begins with. */
export function takenOut(text: string, { start, end }: TextRange): TextEdit {
  let from = start
  while (isBlank(text[from - 1])) from -= 1
  const begins = from === 0 || /[\n\r]/.test(text.charAt(from - 1))
  const offset = begins ? start : from
  return { offset, removed: end - offset, inserted: '' }
}
