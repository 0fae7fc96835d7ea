import type { Diagnosis } from '../manifest-problem.ts'
import type { SourceText, TextRange } from '../source-text.ts'
import { around } from './scene.ts'
import type { Recognise } from './scene.ts'

/** A text in quotes that never ends. */
export const unclosedQuote: Recognise = ({ source, failure }) => {
  if (failure.kind !== 'unclosed-quote') return undefined
  const mark = source.text.charAt(failure.offset)
  if (/[}\]]/.test(source.text.charAt(failure.offset - 1))) {
    return {
      cause: 'quote',
      offset: failure.offset,
      message: `this ${mark} ends a text that nothing began`,
      fix: `Write ${mark} also in front of the bracket that is closed here, or take it out`,
    }
  }
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
  if (/\n[ \t]*(?:- +)*[\w./-]+:[ \t\r\n]/.test(source.text.slice(quoted.start, quoted.end))) {
    return swallowedLines(source, quoted, mark)
  }
  const { line, column } = source.positionAt(quoted.start)
  return {
    cause: 'quote',
    offset: quoted.end - 1,
    message: `this ${mark} ends the text that begins in line ${line}, column ${column}, and more follows`,
    fix: `If it belongs to the text: ${howToKeep(mark)}`,
  }
}

/** The text has keys of YAML in it: it ends at a quote that was meant to begin the next one. */
function swallowedLines(source: SourceText, { start, end }: TextRange, mark: string): Diagnosis {
  const last = source.positionAt(end - 1)
  return {
    cause: 'quote',
    offset: start,
    message: `the text that begins here with ${mark} goes on to the next ${mark}, in line ${last.line}, column ${last.column}`,
    fix: `Write ${mark} where it should end; ${howToKeep(mark)}`,
  }
}

/** Word processors and web pages make them out of plain ones. */
export const typographicQuote: Recognise = scene => {
  for (const line of around(scene, 3, 0).toReversed()) {
    const found = /(?<=(?:^|[\s[{,:]))[“”„‘’‚]/.exec(line.text)
    if (found === null || line.inside !== undefined) continue
    return {
      cause: 'quote',
      offset: line.start + found.index,
      message: `${found[0]} is a typographic quote, which begins no text in YAML`,
      fix: 'Write \' or " instead, here and in the other lines',
    }
  }
  return undefined
}

function howToKeep(mark: string): string {
  return mark === "'"
    ? "a ' inside a text in single quotes is written ''"
    : 'a " inside a text in double quotes is written \\"'
}
