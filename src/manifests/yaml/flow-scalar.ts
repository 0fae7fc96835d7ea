import { breakLength, breakText, isBlank, PieceCollector } from '../scalar-pieces.ts'
import type { Piece } from '../scalar-pieces.ts'
import type { TextRange } from '../source-text.ts'
import { readEscape } from './escape.ts'

export type FlowScalar =
  | { readonly kind: 'read'; readonly pieces: readonly Piece[] }
  /** An escape that kubectl does not know. */
  | { readonly kind: 'refused'; readonly offset: number; readonly escape: string }

/**
 * A plain or quoted scalar, folded as libyaml folds (scannerc.go): blanks around a line break vanish, a single break is
 * a blank, of several the first vanishes. The range includes the quotes.
 */
export function readFlowScalar(
  text: string,
  range: TextRange,
  style: 'plain' | 'single-quoted' | 'double-quoted',
): FlowScalar {
  const quotes = style === 'plain' ? 0 : 1
  const reader = new FlowReader(text, range.start + quotes, range.end - quotes)
  return reader.read(style === 'single-quoted' ? "'" : style === 'double-quoted' ? '\\' : '')
}

class FlowReader {
  readonly #text: string
  readonly #end: number
  readonly #out: PieceCollector
  #at: number
  /** Where the characters begin that are taken letter by letter and not yet collected. */
  #pending: number

  constructor(text: string, start: number, end: number) {
    this.#text = text
    this.#at = start
    this.#pending = start
    this.#end = end
    this.#out = new PieceCollector(text)
  }

  read(special: string): FlowScalar {
    while (this.#at < this.#end) {
      const char = this.#text[this.#at]
      if (isBlank(char) || breakLength(this.#text, this.#at) > 0) this.#white()
      else if (char !== special) this.#at += 1
      else if (char === "'") this.#skipTo(this.#at + 1, this.#at + 2)
      else if (breakLength(this.#text, this.#at + 1) > 0) this.#escapedBreak()
      else {
        const escape = readEscape(this.#text, this.#at)
        if (escape.kind === 'unknown') return { kind: 'refused', offset: this.#at, escape: escape.source }
        this.#collect(this.#at)
        this.#out.replaced(escape.text, this.#at)
        this.#skipTo(this.#at, this.#at + escape.length)
      }
    }
    this.#collect(this.#end)
    return { kind: 'read', pieces: this.#out.pieces }
  }

  #collect(end: number): void {
    this.#out.verbatim(this.#pending, end)
    this.#pending = end
  }

  /** Takes everything up to `end` as it stands and goes on at `next`. */
  #skipTo(end: number, next: number): void {
    this.#collect(end)
    this.#at = next
    this.#pending = next
  }

  #white(): void {
    const start = this.#at
    const breaks = this.#skipWhite()
    const first = breaks[0]
    if (first === undefined) return
    this.#out.verbatim(this.#pending, start)
    const kept = breakText(this.#text, first) === '\n' ? breaks.slice(1) : breaks
    if (kept.length === 0) this.#out.replaced(' ', first)
    for (const at of kept) this.#out.replaced(breakText(this.#text, at), at)
    this.#pending = this.#at
  }

  #escapedBreak(): void {
    this.#collect(this.#at)
    this.#at += 1 + breakLength(this.#text, this.#at + 1)
    for (const at of this.#skipWhite()) this.#out.replaced(breakText(this.#text, at), at)
    this.#pending = this.#at
  }

  /** The offsets of the line breaks passed. */
  #skipWhite(): number[] {
    const breaks: number[] = []
    while (this.#at < this.#end) {
      const length = breakLength(this.#text, this.#at)
      if (length > 0) breaks.push(this.#at)
      else if (!isBlank(this.#text[this.#at])) break
      this.#at += Math.max(length, 1)
    }
    return breaks
  }
}
