import fc from 'fast-check'
import { type JsonText, mostly } from './random-json-scalar.ts'

const booleans = ['y', 'Y', 'yes', 'no', 'on', 'Off', 'true', 'True', 'TRUE', 'tRUE', '~', 'null', 'Null', '']
const numbers = [
  '0',
  '00',
  '01',
  '08',
  '0o17',
  '0x1F',
  '0b11',
  '1_000',
  '1.0',
  '1e3',
  '1.',
  '.5',
  '+1',
  '-1',
  '-0',
  '0.1',
]
  .concat(['9223372036854775808', '18446744073709551616', '1e400', '1E5', '12e03', '1:30', '190:20:30', '2001-01-01'])
  .concat(['02:00:00:00:00:01', '100m', '1Gi', '.inf', '-.Inf', '.nan', '2001-01-01T00:00:00Z'])
const texts = [
  'a b',
  'a\u2028b',
  'a#b',
  'a #b',
  'a:',
  'é',
  '=',
  '<<',
  '--',
  '"a"',
  "'it''s'",
  '"a\\nb"',
  '"\\x41"',
  '"\\q"',
  '"\\/"',
]
const tagged = [
  '!!str 1',
  '!!int "1"',
  '!!binary aGk=',
  '&anchor 1',
  '*anchor',
  '*nobody',
  '&a.b 1',
  '*a.b',
  '[a, y, 1]',
  '{a: b}',
  '{"a":"b",}',
]
// Quoted text whose further lines are not indented is what the OpenShift documentation has.
const long = [
  '|\n    x\n    y',
  '>-\n    x\n    y',
  '|2\n    x',
  '"{\n\\"a\\": 1\n}"',
  '\'{\n"a": 1\n}\'',
  'a\n  b',
  'a\nb',
]
const bad = ['a: b', '#a', '- a', '%a', '@a', '`a', '\ta', '"', "'", '[', '}', '-', '---a']

const scalar = mostly(booleans.concat(numbers, texts), tagged.concat(long), bad)
const key = mostly(
  ['a', 'b', 'c', 'config', '"q"', "'s'"],
  ['1', 'y', 'true', 'null', '1.5', '~', 'a b', '<<', '&key k'],
  ['- a', '*a'],
)
const colon = mostly([': '], [':  ', ' : ', ':\n    '], [':', ':\t'])
const lineEnd = mostly([''], [' ', '  # c', '\t', '\r'])

const entry = fc.tuple(key, colon, scalar, lineEnd).map(parts => parts.join(''))
const item = fc.tuple(scalar, lineEnd).map(([value, end]) => `- ${value}${end}`)

function lines(line: JsonText, indent: string): JsonText {
  return fc.array(line, { minLength: 1, maxLength: 3 }).map(all => all.map(each => indent + each).join('\n'))
}

const nested = fc
  .tuple(key, fc.constantFrom('  ', '    ', ''))
  .chain(([outer, indent]) => fc.oneof(lines(entry, indent), lines(item, indent)).map(inner => `${outer}:\n${inner}`))

const root: JsonText = fc
  .array(fc.oneof({ arbitrary: entry, weight: 2 }, nested), { minLength: 1, maxLength: 3 })
  .map(parts => `${parts.join('\n')}\n`)

// What follows a root that is over: kubectl looks at one token of it.
const behind = fc.constantFrom(
  'EOF',
  'a: b',
  '- a',
  '}',
  '@a',
  '%a',
  '"a',
  "'a'",
  '\ta',
  '# a',
  ': a',
  '&a b',
  '*.a',
  '|',
)
const ended = fc
  .tuple(
    fc.oneof(root.map(indented), fc.constantFrom('{a: b}\n', '{a: [b]} ', '{"a":\n b}', '&a {a: b}\n')),
    behind,
    root,
  )
  .map(parts => parts.join(''))

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ')
}

/** One YAML document with its last line ended, as kubectl ends it. */
export const yamlText: JsonText = fc.oneof(
  { arbitrary: root, weight: 5 },
  ended.map(text => `${text}\n`),
)
