/** A part of a scalar's value and the place in the file's text that it comes from. */
export interface Piece {
  readonly text: string
  readonly start: number
  /** The text stands there letter by letter; else an escape or a folded line break stands there. */
  readonly verbatim: boolean
}

/** The place of the character at `offset` of the value; behind its end, the place where the next one would stand. */
export function pieceOffset(pieces: readonly Piece[], offset: number): number | undefined {
  let before = 0
  let end: number | undefined
  for (const { text, start, verbatim } of pieces) {
    const inside = offset - before
    if (inside < text.length) return verbatim ? start + inside : start
    before += text.length
    end = verbatim ? start + text.length : start + 1
  }
  return offset === before ? end : undefined
}

export function piecesText(pieces: readonly Piece[]): string {
  return pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map(piece => piece.text).join('')
}

/** Collects the pieces of one scalar, cutting what stands letter by letter out of the text. */
export class PieceCollector {
  readonly pieces: Piece[] = []
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  verbatim(start: number, end: number): void {
    if (end > start) this.pieces.push({ text: this.#text.slice(start, end), start, verbatim: true })
  }

  replaced(text: string, start: number): void {
    this.pieces.push({ text, start, verbatim: false })
  }
}

/**
 * The length of the line break at `at`; 0 where there is none. YAML 1.1 breaks at CR, NEL, LS and PS as well, and behind kubectl's
 * own cutting of CRLF even CR CR LF is one break.
 */
export function breakLength(text: string, at: number): number {
  switch (text[at]) {
    case '\r':
      return text[at + 1] === '\n' ? 2 : text.startsWith('\r\n', at + 1) ? 3 : 1
    case '\n':
    case '\u0085':
    case '\u2028':
    case '\u2029':
      return 1
    default:
      return 0
  }
}

/** What the line break at `at` is in a value: LS and PS stay what they are. */
export function breakText(text: string, at: number): string {
  const char = text[at]
  return char === '\u2028' || char === '\u2029' ? char : '\n'
}

export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t'
}
