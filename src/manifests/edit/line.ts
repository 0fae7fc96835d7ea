import { breakLength } from '../scalar-pieces.ts'
import type { SourceText } from '../source-text.ts'

/** Where the line that holds the offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && breakLength(text, end) === 0) end += 1
  return end
}

/** Where the line that holds the offset begins; a byte order mark stands before the first. */
export function lineStart({ text, start }: SourceText, offset: number): number {
  let begin = offset
  while (begin > start && !/[\n\r\u0085]/.test(text.charAt(begin - 1))) begin -= 1
  return begin
}

/** The blanks and tabs that the line of the offset begins with. */
export function lineIndentation(source: SourceText, offset: number): string {
  const start = lineStart(source, offset)
  return /^[ \t]*/.exec(source.text.slice(start, offset))?.[0] ?? ''
}

/** Does nothing but blanks stand before the offset on its line? */
export function beginsLine(source: SourceText, offset: number): boolean {
  return lineStart(source, offset) + lineIndentation(source, offset).length === offset
}

/** The author's line break: the one that ends the line of the offset, or, on the last line, the first of the file. */
export function lineBreak({ text }: SourceText, offset: number): string {
  const end = lineEnd(text, offset)
  const at = end < text.length ? end : lineEnd(text, 0)
  return text.slice(at, at + breakLength(text, at)) || '\n'
}

/** The offset, or the beginning of the line break that it lies inside of: the reader puts a null between CR and LF. */
export function outsideBreak(text: string, offset: number): number {
  let before = offset
  while (text[before - 1] === '\r' && before - 1 + breakLength(text, before - 1) > offset) before -= 1
  return before
}
