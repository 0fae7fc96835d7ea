import { deepestNesting } from '../nesting.ts'
import type { TextRange } from '../source-text.ts'
import { anchorEnd } from './anchor-name.ts'
import { blockScalarExtent } from './block-scalar-extent.ts'
import type { BlockScalarExtent } from './block-scalar-extent.ts'
import { controlCharacter, indentation, isBreak, isMarker, isSpace, lineEnd } from './characters.ts'
import type { MissingBlanks, Outline, Refusal } from './outline.ts'
import { startsPlain } from './plain-start.ts'
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
  /** The document is a mapping or list in brackets, and it is closed. */
  #closedRoot = false
  #stray: number | undefined

  constructor(text: string) {
    this.#text = text
  }

  run(): void {
    const control = this.#text.search(controlCharacter)
    if (control !== -1) this.#refuse('control-character', control)
    while (this.end === undefined && this.refusal?.kind !== 'too-deep' && this.#skipToToken()) {
      if (this.#isBehindRoot()) this.end = this.#stray ?? this.#at
      this.#token()
    }
    if (this.#closedRoot) this.end ??= this.#stray
    const open = this.#brackets[0]
    if (open !== undefined && this.refusal?.kind !== 'too-deep') this.#refuse('unclosed-bracket', open)
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

  /** What the package says of everything in front of it. */
  #refuseBehindRoot(): void {
    if ((this.end ?? this.#stray) !== undefined) this.#refuse('reserved-character', this.#at)
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
    this.#at = lineEnd(this.#text, this.#at)
  }

  /**
   * A root that is indented ends before a line further left, one in brackets with them. kubectl looks at one token more,
   * to see that the document is over, and reads no further.
   */
  #isBehindRoot(): boolean {
    if (this.#inFlow) return false
    const nested = this.#indents.length > 0
    while (this.#at - this.#lineStart < this.#indent) this.#indents.pop()
    if (this.#at === this.#lineStart && isMarker(this.#text, this.#at)) return false
    // On the line of the closing bracket, the brackets were the key of a mapping.
    if (this.#char() === ':' && !this.#keyAllowed) this.#closedRoot = false
    // Up to the end of their line they may become one.
    if (this.#closedRoot && (this.#keys[0] ?? -1) >= this.#lineStart) {
      this.#stray ??= this.#at
      return false
    }
    return this.#closedRoot || (nested && this.#indents.length === 0)
  }

  #token(): void {
    const char = this.#char()
    const column = this.#at - this.#lineStart
    const spaced = isSpace(this.#char(1))
    if (column === 0 && (char === '%' || isMarker(this.#text, this.#at))) {
      this.#boundary()
      return
    }
    if (char === '[' || char === '{') this.#open()
    else if (char === ']' || char === '}') this.#close()
    else if (this.#inFlow && char === ',') this.#comma()
    else if (char === '-' && spaced) this.#entry(column, true)
    else if (char === '?' && (spaced || this.#inFlow)) this.#entry(column, !this.#inFlow)
    else if (char === ':' && (spaced || this.#inFlow)) this.#value(column)
    else if (char === '&' || char === '*' || char === '!') this.#property()
    else if ((char === '|' || char === '>') && !this.#inFlow) this.#blockScalar()
    else if (char === '"' || char === "'") this.#quoted(char)
    else if (startsPlain(char, this.#char(1), this.#inFlow)) this.#plain()
    else {
      this.#refuse(char === '\t' ? 'tab' : 'reserved-character', this.#at)
      this.#step(this.#keyAllowed)
    }
  }

  #boundary(): void {
    const open = this.#brackets[0]
    if (open !== undefined) this.#refuse('unclosed-bracket', open)
    if (this.#char() === '%' && this.end !== undefined) this.#refuse('directive', this.#at)
    if (this.#char() === '.') {
      if (/^\s*(?:#[^\n]*\n\s*)*$/.test(this.#text.slice(0, this.#at))) this.#refuse('nothing-before-end', this.#at)
      this.end ??= this.#at
    }
    this.#skipLine()
  }

  #indentTo(column: number): void {
    if (!this.#inFlow && column > this.#indent) this.#indents.push(column)
    this.#checkDepth()
  }

  #checkDepth(): void {
    if (this.#brackets.length + this.#indents.length > deepestNesting) this.#refuse('too-deep', this.#at)
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
    this.#checkDepth()
    this.#keys.push(undefined)
    this.#step(true)
  }

  #close(): void {
    if (this.#inFlow) {
      this.#brackets.pop()
      this.#keys.pop()
      this.#closedRoot = this.#brackets.length === 0 && this.#indents.length === 0
    } else this.#keys[0] = undefined
    this.#step(false)
  }

  #comma(): void {
    this.#keys[this.#keys.length - 1] = undefined
    this.#step(true)
  }

  #entry(column: number, keyAllowed: boolean): void {
    if (!this.#inFlow && !this.#keyAllowed) this.#refuseBehindRoot()
    this.#indentTo(column)
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
    this.#indentTo(keyColumn)
    this.#step(!simple && !this.#inFlow)
  }

  #property(): void {
    this.#saveKey()
    if (this.#char() !== '!') this.#anchor()
    while (!isSpace(this.#char()) && !(this.#inFlow && flowIndicators.includes(this.#char()))) this.#at += 1
  }

  #anchor(): void {
    const end = anchorEnd(this.#text, this.#at)
    if (end === undefined) this.#refuse('anchor', this.#at)
    // The package takes the colon for a part of the name.
    else if (this.#text.charAt(end) === ':') this.missingBlanks.push({ offset: end, count: 1 })
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
    // Not by indexOf, which would look through the rest of a long line for every scalar in it.
    while (this.#at < (end ?? this.#text.length)) {
      if (this.#char() === '\n') this.#newLine(true)
      else this.#at += 1
    }
  }

  #blockScalar(): void {
    const extent = blockScalarExtent(this.#text, this.#at, this.#indent)
    if (!extent.headed) this.#refuseBehindRoot()
    if (extent.tab !== undefined) this.#refuse('tab', extent.tab)
    this.blockScalars.set(this.#at, extent)
    this.#at = extent.end
    this.#lineStart = this.#at
    this.#keyAllowed = true
  }
}
