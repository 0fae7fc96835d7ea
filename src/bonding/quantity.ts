/** Powers of ten and of two behind a number, as apimachinery's `resource.ParseQuantity` takes them. */
const decimalSuffixes: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18, // prettier-ignore
}
const binarySuffixes: Readonly<Record<string, bigint>> = {
  Ki: 10n,
  Mi: 20n,
  Gi: 30n,
  Ti: 40n,
  Pi: 50n,
  Ei: 60n, // prettier-ignore
}

const form = /^\+?(\d{0,40})(?:\.(\d{0,40}))?([eE][+-]?\d{1,3}|[numkMGTPE]|[KMGTPE]i)?$/

/**
 * A quantity as a number of whole devices: `1`, `"2"`, `"2000m"`, `"1e3"`, `"1Ki"`, `1.0`.
 *
 * @returns undefined for what is no quantity, is negative, or is no whole number: the API server refuses each of
 *   them for an extended resource ("must be an integer"). A JSON null is zero, as in Go.
 */
export function wholeDevices(quantity: unknown): bigint | undefined {
  if (quantity === null) return 0n
  if (typeof quantity !== 'string' && typeof quantity !== 'number') return undefined
  const match = form.exec(String(quantity))
  if (!match) return undefined
  const [, whole = '', fraction = '', suffix = ''] = match
  if (whole === '' && fraction === '') return undefined
  return scale(BigInt(whole + fraction), -fraction.length, suffix)
}

function scale(digits: bigint, exponent: number, suffix: string): bigint | undefined {
  const binary = binarySuffixes[suffix]
  if (binary !== undefined) return shift(digits << binary, exponent)
  const decimal = decimalSuffixes[suffix] ?? Number(suffix.slice(1))
  return shift(digits, exponent + decimal)
}

function shift(digits: bigint, exponent: number): bigint | undefined {
  if (exponent >= 0) return digits * 10n ** BigInt(exponent)
  const divisor = 10n ** BigInt(-exponent)
  return digits % divisor === 0n ? digits / divisor : undefined
}
