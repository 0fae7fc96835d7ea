import type { Recognise } from './scene.ts'

/** A text in quotes that never ends. */
export const unclosedQuote: Recognise = ({ source, failure }) => {
  if (failure.kind !== 'unclosed-quote') return undefined
  const mark = source.text.charAt(failure.offset)
  return {
    cause: 'quote',
    offset: failure.offset,
    message: `the text that begins here with ${mark} never ends`,
    fix: `Write ${mark} where it ends; ${howToKeep(mark)}`,
  }
}

/** A quote inside a text in the same quotes: `'it's'`, `"{"type": "bond"}"`. */
export const quoteInsideQuotes: Recognise = ({ source, failure }) => {
  const { quoted, offset } = failure
  if (quoted === undefined) return undefined
  const between = source.text.slice(quoted.end, Math.max(offset, quoted.end))
  // What stands in the way begins right behind the quote; with a blank before it, it is something else.
  if (between !== '' || /^(?:[\s:,\]}#]|$)/.test(source.text.slice(quoted.end, quoted.end + 1))) return undefined
  const mark = source.text.charAt(quoted.start)
  const { line, column } = source.positionAt(quoted.start)
  return {
    cause: 'quote',
    offset: quoted.end - 1,
    message: `this ${mark} ends the text that begins in line ${line}, column ${column}, and more follows`,
    fix: `If it belongs to the text: ${howToKeep(mark)}`,
  }
}

function howToKeep(mark: string): string {
  return mark === "'"
    ? "a ' inside a text in single quotes is written ''"
    : 'a " inside a text in double quotes is written \\"'
}
