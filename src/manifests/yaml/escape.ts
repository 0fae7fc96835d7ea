export type Escape =
  | { readonly kind: 'known'; readonly text: string; readonly length: number }
  | { readonly kind: 'unknown'; readonly source: string }

/** libyaml's, which has `\'` and lacks JSON's `\/`. */
const single: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
}

const lengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** The escape sequence that begins with the backslash at `at`, in a double-quoted scalar of YAML. */
export function readEscape(text: string, at: number): Escape {
  const char = text.charAt(at + 1)
  const known = single[char]
  if (known !== undefined) return { kind: 'known', text: known, length: 2 }
  const length = lengths[char]
  if (length === undefined) return { kind: 'unknown', source: `\\${char}` }
  const digits = text.slice(at + 2, at + 2 + length)
  const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? parseInt(digits, 16) : NaN
  // Half of a surrogate pair is no character: what JSON writes as two escapes, YAML does not.
  if (Number.isNaN(code) || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    return { kind: 'unknown', source: `\\${char}${digits}` }
  }
  return { kind: 'known', text: String.fromCodePoint(code), length: 2 + length }
}
