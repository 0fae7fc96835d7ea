/** A place in a file as editors count: both from 1, columns in UTF-16 units, a tab is one. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A range of offsets in a file's text, end exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A file's text as its author wrote it, and the way from an offset to a line. */
export class SourceText {
  readonly file: string
  readonly text: string
  readonly #lineStarts: number[]

  constructor(file: string, text: string) {
    this.file = file
    this.text = text
    // A byte order mark is no column of the first line.
    this.#lineStarts = [text.startsWith('\uFEFF') ? 1 : 0]
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1)
  }

  /** Where the text begins, behind a byte order mark. */
  get start(): number {
    return this.#lineStarts[0] ?? 0
  }

  positionAt(offset: number): Position {
    const index = this.#lineIndexAt(offset)
    return { line: index + 1, column: Math.max(0, offset - (this.#lineStarts[index] ?? 0)) + 1 }
  }

  /** The text of a line, counted from 1, without its line break; empty where there is no such line. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1]
    if (start === undefined) return ''
    const next = this.#lineStarts[number] ?? this.text.length + 1
    return this.text.slice(start, next - 1).replace(/\r$/, '')
  }

  /** The offset of a line's first character. */
  lineStart(number: number): number {
    return this.#lineStarts[number - 1] ?? this.text.length
  }

  #lineIndexAt(offset: number): number {
    let low = 0
    let high = this.#lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}
