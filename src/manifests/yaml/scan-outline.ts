import type { TextRange } from '../source-text.ts'
import { blockScalarExtent } from './block-scalar-extent.ts'
import type { BlockScalarExtent } from './block-scalar-extent.ts'
import { indentation, isBreak, isMarker, isSpace } from './characters.ts'
import type { MissingBlanks, Outline, Refusal } from './outline.ts'
import { quotedEnd } from './quoted-end.ts'

/**
 * A pass over one YAML document that finds what kubectl's parser takes and the package `yaml` does not, and the other
 * way round. It follows libyaml's scanner (go.yaml.in/yaml/v2, scannerc.go) in what begins and ends a token. Lines end
 * with `\n` only.
 */
export function scanOutline(text: string): Outline {
  const scanner = new Scanner(text)
  scanner.run()
  return scanner
}

const flowIndicators = ',?[]{}'
// No `"` and `'` here: they are taken before.
const neverPlain = '-?:,[]{}#&*!|>%@`'

// What libyaml's reader takes (readerc.go) is the complement.
const controlCharacter = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/

class Scanner implements Outline {
  readonly missingBlanks: MissingBlanks[] = []
  readonly quoted: TextRange[] = []
  readonly blockScalars = new Map<number, BlockScalarExtent>()
  refusal: Refusal | undefined
  end: number | undefined

  readonly #text: string
  #at = 0
  #lineStart = 0
  /** Columns of the open block collections. */
  readonly #indents: number[] = []
  /** Offsets of the open brackets. */
  readonly #brackets: number[] = []
  /** For the block level and each open bracket: where the token began that a `:` would make a key. */
  readonly #keys: (number | undefined)[] = [undefined]
  #keyAllowed = true

  constructor(text: string) {
    this.#text = text
  }

  run(): void {
    const control = this.#text.search(controlCharacter)
    if (control !== -1) this.#refuse('control-character', control)
    while (this.#skipToToken()) this.#token()
    const open = this.#brackets[0]
    if (open !== undefined) this.#refuse('unclosed-bracket', open)
  }

  get #indent(): number {
    return this.#indents.at(-1) ?? -1
  }

  get #inFlow(): boolean {
    return this.#brackets.length > 0
  }

  #char(ahead = 0): string {
    return this.#text.charAt(this.#at + ahead)
  }

  #refuse(kind: Refusal['kind'], offset: number): void {
    if (this.refusal === undefined || offset < this.refusal.offset) this.refusal = { kind, offset }
  }

  /** Moves behind a line break; in a continuation the indentation of the new line means nothing. */
  #newLine(continued: boolean): void {
    this.#at += 1
    this.#lineStart = this.#at
    const spaces = indentation(this.#text, this.#at, 0)
    if (!continued || spaces > this.#indent || isBreak(this.#text.charAt(this.#at + spaces))) return
    this.missingBlanks.push({ offset: this.#at, count: this.#indent + 1 - spaces })
  }

  #skipToToken(): boolean {
    for (;;) {
      const char = this.#char()
      if (char === '') return false
      if (char === ' ' || (char === '\t' && (this.#inFlow || !this.#keyAllowed))) this.#at += 1
      else if (char === '#') this.#comment()
      else if (char === '\n') {
        this.#newLine(this.#inFlow)
        if (!this.#inFlow) this.#keyAllowed = true
      } else return true
    }
  }

  #comment(): void {
    if (!isSpace(this.#char(-1)) && this.#at > 0) this.missingBlanks.push({ offset: this.#at, count: 1 })
    this.#skipLine()
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at)
    this.#at = end === -1 ? this.#text.length : end
  }

  #token(): void {
    const char = this.#char()
    const column = this.#at - this.#lineStart
    if (!this.#inFlow) while (column < this.#indent) this.#indents.pop()
    const spaced = isSpace(this.#char(1))
    if (column === 0 && this.#isBoundary()) this.#boundary()
    else if (char === '[' || char === '{') this.#open()
    else if (char === ']' || char === '}') this.#close()
    else if (this.#inFlow && char === ',') this.#comma()
    else if (char === '-' && spaced) this.#entry(column, true)
    else if (char === '?' && (spaced || this.#inFlow)) this.#entry(column, !this.#inFlow)
    else if (char === ':' && (spaced || this.#inFlow)) this.#value(column)
    else if (char === '&' || char === '*' || char === '!') this.#property()
    else if ((char === '|' || char === '>') && !this.#inFlow) this.#blockScalar()
    else if (char === '"' || char === "'") this.#quoted(char)
    else if (this.#startsPlain(char)) this.#plain()
    else {
      this.#refuse(char === '\t' ? 'tab' : 'reserved-character', this.#at)
      this.#step(this.#keyAllowed)
    }
  }

  #isBoundary(): boolean {
    return this.#char() === '%' || isMarker(this.#text, this.#at)
  }

  #boundary(): void {
    const open = this.#brackets[0]
    if (open !== undefined) this.#refuse('unclosed-bracket', open)
    if (this.#char() === '.') this.end ??= this.#at
    this.#skipLine()
  }

  #step(keyAllowed: boolean): void {
    this.#at += 1
    this.#keyAllowed = keyAllowed
  }

  #saveKey(): void {
    if (this.#keyAllowed) this.#keys[this.#keys.length - 1] = this.#at
    this.#keyAllowed = false
  }

  #open(): void {
    this.#saveKey()
    this.#brackets.push(this.#at)
    this.#keys.push(undefined)
    this.#step(true)
  }

  #close(): void {
    if (this.#inFlow) {
      this.#brackets.pop()
      this.#keys.pop()
    }
    this.#step(false)
  }

  #comma(): void {
    this.#keys[this.#keys.length - 1] = undefined
    this.#step(true)
  }

  #entry(column: number, keyAllowed: boolean): void {
    if (!this.#inFlow && column > this.#indent) this.#indents.push(column)
    this.#comma()
    this.#keyAllowed = keyAllowed
  }

  #value(column: number): void {
    const key = this.#keys.at(-1)
    this.#keys[this.#keys.length - 1] = undefined
    // A key stands on one line with its colon. In blocks the package says so itself.
    if (this.#inFlow && key !== undefined && key < this.#lineStart) this.#refuse('key-over-lines', key)
    const simple = key !== undefined && key >= this.#lineStart
    const keyColumn = simple ? key - this.#lineStart : column
    if (!this.#inFlow && keyColumn > this.#indent) this.#indents.push(keyColumn)
    this.#step(!simple && !this.#inFlow)
  }

  #property(): void {
    this.#saveKey()
    while (!isSpace(this.#char()) && !(this.#inFlow && flowIndicators.includes(this.#char()))) this.#at += 1
  }

  #startsPlain(char: string): boolean {
    if (char === '\t') return false
    if (!neverPlain.includes(char)) return true
    return !isSpace(this.#char(1)) && (char === '-' || (!this.#inFlow && (char === '?' || char === ':')))
  }

  #plain(): void {
    this.#saveKey()
    const firstLine = this.#lineStart
    do {
      while (!this.#endsPlain()) this.#at += 1
    } while (this.#skipBlanksInPlain() && this.#goesOn(firstLine))
  }

  #endsPlain(): boolean {
    const char = this.#char()
    return isSpace(char) || (char === ':' && isSpace(this.#char(1))) || (this.#inFlow && flowIndicators.includes(char))
  }

  /** False where there are none, that is where an indicator ended the scalar. */
  #skipBlanksInPlain(): boolean {
    const start = this.#at
    for (let char = this.#char(); isSpace(char) && char !== ''; char = this.#char()) {
      if (char === '\n') {
        this.#newLine(this.#inFlow)
        this.#keyAllowed = true
      } else {
        const leading = this.#lineStart > start
        if (leading && char === '\t' && this.#at - this.#lineStart <= this.#indent) this.#refuse('tab', this.#at)
        this.#at += 1
      }
    }
    return this.#at > start
  }

  /** Does a plain scalar that began on `firstLine` go on behind the blanks? */
  #goesOn(firstLine: number): boolean {
    const char = this.#char()
    if (char === '' || char === '#' || this.#endsPlain()) return false
    if (this.#at === this.#lineStart && isMarker(this.#text, this.#at)) return false
    return this.#inFlow || this.#lineStart === firstLine || this.#at - this.#lineStart > this.#indent
  }

  #quoted(quote: string): void {
    const start = this.#at
    this.#saveKey()
    const end = quotedEnd(this.#text, start, quote)
    if (end === undefined) this.#refuse('unclosed-quote', start)
    else this.quoted.push({ start, end })
    this.#moveTo(end ?? this.#text.length)
  }

  #moveTo(end: number): void {
    for (let at = this.#text.indexOf('\n', this.#at); at !== -1 && at < end; at = this.#text.indexOf('\n', this.#at)) {
      this.#at = at
      this.#newLine(true)
    }
    this.#at = end
  }

  #blockScalar(): void {
    const extent = blockScalarExtent(this.#text, this.#at, this.#indent)
    if (extent.tab !== undefined) this.#refuse('tab', extent.tab)
    this.blockScalars.set(this.#at, extent)
    this.#at = extent.end
    this.#lineStart = this.#at
    this.#keyAllowed = true
  }
}
