/** A position as editors show it: both from 1, the column in UTF-16 units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Where an offset stands. Lines end with a line feed; a carriage return before it is the line's last character. */
export function lineColumn(text: string, offset: number): LineColumn {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}
