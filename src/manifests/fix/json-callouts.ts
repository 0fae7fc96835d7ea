import { parseGoJson } from '../../bonding/go-json.ts'
import type { TextRange } from '../source-text.ts'

const mark = /(?:<\d{1,2}>|\(\d{1,2}\)|[\u2460-\u2473\u2776-\u2793]|\d{1,2})/y
/** No page has that many. */
const most = 50

/**
 * The callouts of a documentation in a text of JSON, in order: `"type": "bond", <1>`, `"bond", 1`. Undefined where there
 * are none, or where the text is no JSON without them either.
 */
export function jsonCallouts(text: string): readonly TextRange[] | undefined {
  const found: TextRange[] = []
  // Blanks in their place keep what follows where it was.
  let rest = text
  while (found.length <= most) {
    const reading = parseGoJson(rest)
    if (reading.kind === 'json') return found.length === 0 ? undefined : found.toSorted((a, b) => a.start - b.start)
    const { offset, found: said } = reading.problem
    mark.lastIndex = offset
    if (!said.includes('a callout') || !mark.test(rest)) return undefined
    const range = { start: offset, end: mark.lastIndex }
    found.push(range)
    rest = rest.slice(0, range.start) + ' '.repeat(range.end - range.start) + rest.slice(range.end)
  }
  return undefined
}
