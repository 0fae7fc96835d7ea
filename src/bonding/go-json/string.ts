import type { JsonString } from '../go-json.ts'
import { fault, type Fault } from './fault.ts'

const quote = 0x22
const backslash = 0x5c

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** The string whose opening quote stands at `start`. */
export function readString(text: string, start: number): JsonString | Fault {
  let escaped = false
  let surrogates = false
  for (let index = start + 1; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === quote) {
      const raw = text.slice(start + 1, index)
      const value = escaped ? unescape(raw) : surrogates ? raw.toWellFormed() : raw
      return { kind: 'string', start, end: index + 1, value }
    }
    if (unit === backslash) {
      const wrong = checkEscape(text, start, index)
      if (wrong !== undefined) return wrong
      escaped = true
      index++
    } else if (unit < 0x20) return fault('in string literal', index, start)
    else if (unit >= 0xd800 && unit <= 0xdfff) surrogates = true
  }
  return fault('in string literal', text.length, start)
}

function checkEscape(text: string, start: number, at: number): Fault | undefined {
  const letter = text.charAt(at + 1)
  if (letter !== 'u') return letter in simpleEscapes ? undefined : fault('in string escape code', at + 1, start)
  for (let index = at + 2; index < at + 6; index++) {
    if (!isHex(text.charCodeAt(index))) return fault('in \\u hexadecimal character escape', index, start)
  }
  return undefined
}

/** Like Go's unquote: what is no pair of surrogates, escaped or raw or one of each, becomes U+FFFD. */
function unescape(raw: string): string {
  let value = ''
  let from = 0
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', from)) {
    value += raw.slice(from, at).toWellFormed()
    const letter = raw.charAt(at + 1)
    from = at + 2
    if (letter !== 'u') value += simpleEscapes[letter] ?? ''
    else {
      const character = escapedCharacter(raw, at)
      value += character.toWellFormed()
      from = at + 6 * character.length
    }
  }
  return value + raw.slice(from).toWellFormed()
}

/** One UTF-16 unit, or two where a second escape completes a pair. */
function escapedCharacter(raw: string, at: number): string {
  const high = Number.parseInt(raw.slice(at + 2, at + 6), 16)
  if (high < 0xd800 || high > 0xdbff || !raw.startsWith('\\u', at + 6)) return String.fromCharCode(high)
  const low = Number.parseInt(raw.slice(at + 8, at + 12), 16)
  return low >= 0xdc00 && low <= 0xdfff ? String.fromCharCode(high, low) : String.fromCharCode(high)
}

function isHex(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66)
}
