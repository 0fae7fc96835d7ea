import { indentation } from './characters.ts'

export interface BlockScalarExtent {
  /** How many columns of every line are indentation. */
  readonly indent: number
  /** Where the line behind it begins. */
  readonly end: number
  /** A tab where libyaml wants the blanks of the indentation. */
  readonly tab: number | undefined
  /** Nothing but what belongs there, and a comment, stands behind the `|` or `>`. */
  readonly headed: boolean
}

/** The literal or folded scalar whose `|` or `>` stands at `start`, in a block collection at column `outer`. */
export function blockScalarExtent(text: string, start: number, outer: number): BlockScalarExtent {
  const explicit = Number(/^.[-+]?([1-9])/.exec(text.slice(start, start + 3))?.[1] ?? 0)
  const headed = /^.(?:[-+]?[1-9]?|[1-9][-+]?)(?:[ \t]+#.*|[ \t]*)$/.test(
    text.slice(start, nextLine(text, start)).trimEnd(),
  )
  const least = Math.max(outer + 1, 1)
  let indent = explicit > 0 ? Math.max(outer, 0) + explicit : 0
  // Until a line with text says how far it is indented, empty lines may go further, and then count.
  let widest = 0
  let tab: number | undefined
  let line = nextLine(text, start)
  for (; line < text.length; line = nextLine(text, line)) {
    const column = indentation(text, line, indent)
    widest = Math.max(widest, column)
    const char = text.charAt(line + column)
    if (char === '\t' && (indent === 0 || column < indent)) tab ??= line + column
    if (char !== '\n') {
      if (indent === 0) indent = Math.max(widest, least)
      if (column < indent) break
    }
  }
  return { indent: indent === 0 ? Math.max(widest, least) : indent, end: line, tab, headed }
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end + 1
}
