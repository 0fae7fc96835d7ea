import t from 'tap'
import { editedFile, replaceAnnotation } from './edited-file.ts'

/** An annotation as written behind `k: `, what it shall say, and how that is written. */
const cases: [name: string, before: string, wanted: string, after: string][] = [
  ['plain', 'a', 'a@net1,b', 'a@net1,b'],
  ['plain over two lines', 'a,\n     b # c', 'a@x, b,c', 'a@x,\n     b,c # c'],
  ['plain that cannot stay plain', 'a', 'a: b', "'a: b'"],
  ['plain that would become a number', 'x', '1x2', '1x2'],
  ['plain that would become a boolean', 'o', 'on', "'on'"],
  ['plain, replaced', 'a', '[]', '"[]"'],
  ['single quotes', "'a'", "a@x,'b'", "'a@x,''b'''"],
  ['single quotes with a quote at the end', "'it'''", "it',x", "'it'',x'"],
  ['single quotes with a quote in the middle', "'a''b'", "a'xb", "'a''xb'"],
  ['single quotes, continued', `'[\n{"a":1}\n]'`, '[ {"a":1},{"b":2} ]', `'[\n{"a":1},{"b":2}\n]'`],
  ['single quotes, replaced', "'[1]'", '{"a":1}', `'{"a":1}'`],
  ['single quotes, a tab', "'a'", 'a\tb', '"a\\tb"'],
  ['double quotes', '"[{\\"a\\":1}]"', '[{"a":1,"b":"c"}]', '"[{\\"a\\":1,\\"b\\":\\"c\\"}]"'],
  ['double quotes with other escapes', '"\\x61\\tb"', 'a,c\tb,d', '"\\x61,c\\tb,d"'],
  ['double quotes, replaced', '"x"', '{"a":1}', '"{\\"a\\":1}"'],
  ['literal', '|-\n      a,\n      b', 'a@x,\nb@y,c', '|-\n      a@x,\n      b@y,c'],
  [
    'literal with its last line break',
    '|\n      [\n        1\n      ]',
    '[\n  1,2\n]\n',
    '|\n      [\n        1,2\n      ]',
  ],
  ['literal, replaced', '| # c\n      [1]', '{}', '"{}"'],
  ['folded', '>-\n      a,\n      b', 'a@x, b@y,c', '>-\n      a@x,\n      b@y,c'],
  ['empty', "''", 'a,b', "'a,b'"],
  ['a null', '', 'a', 'a'],
]

for (const [name, before, wanted, after] of cases) {
  t.test(`a text in the style of its author: ${name}`, async t => {
    const file = (text: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    k: ${text}\n    z: y\n`
    t.equal(editedFile(file(before), [replaceAnnotation('k', wanted)]), file(after))
  })
}

t.test('a comma list without quotes gets some in braces', async t => {
  const file = (text: string) => `apiVersion: v1\nkind: Pod\nmetadata: {annotations: {k: ${text}, z: y}}\n`
  t.equal(editedFile(file('a'), [replaceAnnotation('k', 'a,b')]), file("'a,b'"))
  t.equal(editedFile(file('a'), [replaceAnnotation('k', 'a@x')]), file('a@x'))
})

t.test('a text of JSON', async t => {
  const file = (text: string) =>
    JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { annotations: { k: text } } })
  t.equal(editedFile(file('["é"]'), [replaceAnnotation('k', '["é","b"]')]), file('["é","b"]'))
  const escaped = file('_').replace('_', '\\u0061')
  t.equal(editedFile(escaped, [replaceAnnotation('k', 'a"')]), escaped.replace('\\u0061', '\\u0061\\"'))
})
