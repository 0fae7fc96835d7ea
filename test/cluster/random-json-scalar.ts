import fc from 'fast-check'

/** Text that is nearly always JSON, in forms that readers of JSON disagree about. */
export type JsonText = fc.Arbitrary<string>

/** One of the usual, less often one of the odd, and seldom one of those that are no JSON. */
export function mostly(usual: readonly string[], odd: readonly string[], bad: readonly string[] = []): JsonText {
  const some = (texts: readonly string[], weight: number) =>
    texts.length === 0 ? [] : [{ arbitrary: fc.constantFrom(...texts), weight }]
  return fc.oneof(...some(usual, 2000), ...some(odd, 500), ...some(bad, 4))
}

/** What may stand between two tokens. */
export const blanks: JsonText = mostly(
  [''],
  [' ', '\n', '\t', '\r\n', '  '],
  ['\u00a0', '\ufeff', '\f', '\v', '\u2028', '//'],
)

const stringPiece = mostly(
  ['a', 'Z', '0', '-', '.', '/', ' ', 'é', '😀', '{', ']', ',', ':', '[', '}'],
  ['\\n', '\\"', '\\\\', '\\/', '\\b', '\\u0041', '\\u00E9', '\\u0000', '\\ud83d\\ude00', '\\uFFFD']
    .concat(['\u007f', '\u0080', 'ſ', '\u212a', '\u2028', '\ufffd', '\ufeff'])
    .concat(['\\ud800', '\\udc00', '\\ud800\\u0041', '\\ud83d\\ud83d\\ude00', '\\ud800\\n', '<&>']),
  ['\\x', '\\u12g4', '\\', '\u0001', '\n', '\t', '\\u123', "\\'"],
)

export const stringText: JsonText = fc.array(stringPiece, { maxLength: 6 }).map(pieces => `"${pieces.join('')}"`)

export const numberText: JsonText = mostly(
  ['0', '1', '2', '100', '1500', '-1', '65535'],
  ['-0', '1.0', '1e0', '10e-1', '0.1e1', '-0.0', '1E+2', '1e-400', '1.5', '1e3', '4294967296', '9007199254740993']
    .concat(['9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809'])
    .concat(['1e20', '1e21', '0.000001', '1e-7', '123456789012345678901234567890', '0.9999999999999999999']),
  ['1e400', '-1e999', '01', '.5', '1.', '+1', '1e', '-', '--1', '0x10', 'NaN', 'Infinity', '1_0', '1e+', '00'],
)

export const wordText: JsonText = mostly(
  ['null', 'true', 'false'],
  [],
  ['nul', 'True', 'NULL', 'undefined', 'nullx', "'a'", 'None', ''],
)

export const scalarText: JsonText = fc.oneof(stringText, numberText, wordText)

/** A key in a spelling that Go takes for the same: another case, the two letters that fold to ASCII, an escape. */
export function keyText(key: string): JsonText {
  const folded = [key.toUpperCase(), key.toLowerCase(), key.replace('s', 'ſ'), key.replace('k', '\u212a')]
  const escaped = key.replace(/[a-z]/, letter => `\\u00${letter.charCodeAt(0).toString(16)}`)
  return mostly([key], [...folded, escaped], [`${key} `, '']).map(spelled => `"${spelled}"`)
}
