/** A number, and whether Go holds it as a float64: `1.0` and `08` are, `1` and `010` are not. */
export interface GoNumber {
  readonly value: number
  readonly float: boolean
}

// A leading dot goes straight to ParseFloat, which takes `_` between digits only; elsewhere resolve.go drops every `_`.
const fraction = /^\.[0-9](_?[0-9])*([eE][-+]?[0-9](_?[0-9])*)?$/
const decimal = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
const whole = /^(?<sign>[-+]?)(?<prefix>0[xX]|0[oO]|0[bB]|0(?=.)|)(?<digits>[0-9a-fA-F]+)$/

/**
 * A YAML scalar as a number in the notations of Go's strconv with base 0 (0x1f, 0o17, 017, 0b11), digits grouped by
 * `_`; undefined where it is text. Integers beyond 2^53 lose digits, those beyond 64 bits are floats.
 */
export function parseNumber(text: string): GoNumber | undefined {
  if (!/^[-+.0-9]/.test(text)) return undefined
  if (text.startsWith('.') && !fraction.test(text)) return undefined
  const digits = text.replaceAll('_', '')
  return integerOf(digits) ?? floatOf(digits)
}

const notations: Readonly<Record<string, { readonly radix: string; readonly digits: RegExp }>> = {
  '': { radix: '', digits: /^[0-9]+$/ },
  '0': { radix: '0o', digits: /^[0-7]+$/ },
  '0o': { radix: '0o', digits: /^[0-7]+$/ },
  '0x': { radix: '0x', digits: /^[0-9a-fA-F]+$/ },
  '0b': { radix: '0b', digits: /^[01]+$/ },
}

function integerOf(text: string): GoNumber | undefined {
  const { sign = '', prefix = '', digits = '' } = whole.exec(text)?.groups ?? {}
  const notation = notations[prefix.toLowerCase()]
  if (notation?.digits.test(digits) !== true) return undefined
  const size = BigInt(notation.radix + digits)
  // ParseInt first, then ParseUint, which takes no sign.
  const most = sign === '-' ? 2n ** 63n : sign === '+' ? 2n ** 63n - 1n : 2n ** 64n - 1n
  if (size > most) return undefined
  return { value: Number(sign === '-' ? -size : size), float: false }
}

function floatOf(text: string): GoNumber | undefined {
  const value = decimal.test(text) ? Number(text) : Infinity
  return Number.isFinite(value) ? { value, float: true } : undefined
}

/**
 * A number as the key of a mapping, which sigs.k8s.io/yaml turns into text; undefined where it refuses it (beyond
 * int64). It writes a fraction in the shortest way that single precision tells apart.
 */
export function numberKey(value: number): string | undefined {
  if (Number.isInteger(value)) return value < 2 ** 63 ? BigInt(value).toString() : undefined
  const single = Math.fround(value)
  let places = 0
  while (places < 8 && Math.fround(Number(single.toExponential(places))) !== single) places += 1
  const [mantissa = '', exponent = ''] = single.toExponential(places).split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 6) return String(Number(`${mantissa}e${exponent}`))
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}
