import type { JsonArray, JsonMember, JsonNode, JsonString } from '../go-json.ts'

/** What Go's scanner was doing when it met a character that it cannot take, in its own words (scanner.go). */
export type FaultContext =
  | 'looking for beginning of value'
  | 'looking for beginning of object key string'
  | 'after object key'
  | 'after object key:value pair'
  | 'after array element'
  | 'after top-level value'
  | 'exceeded max depth'
  | 'in string literal'
  | 'in string escape code'
  | 'in \\u hexadecimal character escape'
  | 'in numeric literal'
  | 'after decimal point in numeric literal'
  | 'in exponent of numeric literal'
  | `in literal ${'true' | 'false' | 'null'} (expecting '${string}')`

/** Where reading stopped. */
export interface Fault {
  readonly kind: 'fault'
  readonly context: FaultContext
  /** Of the character in question; the text's length where it ended too early. */
  readonly offset: number
  /** Of the string, number or word in which it happened; else the same as `offset`. */
  readonly start: number
}

/** An object or list that was still open at that point. */
export type OpenNode =
  | {
      readonly kind: 'object'
      readonly start: number
      readonly members: readonly JsonMember[]
      readonly key?: JsonString
    }
  | Pick<JsonArray, 'kind' | 'start' | 'elements'>

/** A fault and what was read before it. */
export interface BrokenJson {
  readonly kind: 'broken'
  readonly fault: Fault
  /** Outermost first. */
  readonly open: readonly OpenNode[]
  /** The complete value where the fault comes after it. */
  readonly root?: JsonNode
}

export function fault(context: FaultContext, offset: number, start = offset): Fault {
  return { kind: 'fault', context, offset, start }
}

/** The text of the error that json.Unmarshal returns. */
export function goSyntaxError(text: string, { context, offset }: Fault): string {
  if (offset < text.length) return `invalid character ${quoteCharacter(firstByte(text, offset))} ${context}`
  // At the end Go feeds its scanner a blank; where that is out of place too, it complains about the blank.
  const blankFits = /^(looking|after (object|array)|in string literal)/.test(context)
  return blankFits ? 'unexpected end of JSON input' : `invalid character ' ' ${context}`
}

/** Go's scanner goes by bytes: of a character beyond ASCII it sees, and names, only the first one. */
function firstByte(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  if (unit < 0x80) return unit
  if (unit < 0x800) return 0xc0 | (unit >> 6)
  if (unit < 0xd800 || unit > 0xdfff) return 0xe0 | (unit >> 12)
  // A lone surrogate reaches Go as U+FFFD. (Not codePointAt: compiled by Node 24.21 it reads on behind the end of a slice.)
  return isPair(unit, text.charCodeAt(offset + 1)) ? 0xf0 | ((unit - 0xd7c0) >> 8) : 0xef
}

function isPair(high: number, low: number): boolean {
  return high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

const namedControls: Readonly<Record<number, string>> = {
  0x07: '\\a',
  0x08: '\\b',
  0x09: '\\t',
  0x0a: '\\n',
  0x0b: '\\v',
  0x0c: '\\f',
  0x0d: '\\r',
  0x27: "\\'",
  0x5c: '\\\\',
}

/** strconv.Quote with other quotation marks; a byte is taken for a character of Latin-1. */
function quoteCharacter(byte: number): string {
  const printable = byte >= 0x20 && byte !== 0x7f
  const plain = printable ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`
  return `'${namedControls[byte] ?? plain}'`
}
