import type { Span } from '../go-json.ts'

/** A character that makes Multus take the whole value for JSON. */
export interface JsonMark extends Span {
  /** For a message. */
  readonly words: string
}

/** The first of the three characters, anywhere in the text; undefined in the comma form. There is no way back from JSON. */
export function findJsonMark(text: string): JsonMark | undefined {
  const start = text.search(/[[{"]/)
  if (start < 0) return undefined
  const mark = text.charAt(start)
  return { start, end: start + 1, words: mark === '"' ? 'a quotation mark' : `"${mark}"` }
}
