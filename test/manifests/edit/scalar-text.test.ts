import t from 'tap'
import { scalarText } from '../../../src/manifests/edit/scalar-text.ts'

/** A text, and how it is written in a block and in braces. */
const cases: [text: string, block: string, braces?: string][] = [
  ['sriovnet1@net1', 'sriovnet1@net1'],
  ['a@net1,b@net2', 'a@net1,b@net2', '"a@net1,b@net2"'],
  ['openshift.io/vf_a', 'openshift.io/vf_a'],
  ['demo/a@net1', 'demo/a@net1'],
  ['{"a":"b"}', `'{"a":"b"}'`],
  [`{"a":"it's"}`, `'{"a":"it''s"}'`],
  ['[{"name":"a"}]', `'[{"name":"a"}]'`],
  ['2', '"2"'],
  ['0x1f', '"0x1f"'],
  ['1_0', '"1_0"'],
  ['.5', '".5"'],
  ['on', '"on"'],
  ['n', '"n"'],
  ['null', '"null"'],
  ['', '""'],
  ['-', '"-"'],
  ['a: b', '"a: b"'],
  ['a #b', '"a #b"'],
  ['@a', '"@a"'],
  ['a "b"\n', '"a \\"b\\"\\n"'],
  ['a\u0085b\u2028\uFEFF', '"a\\u0085b\\u2028\\ufeff"'],
]

for (const [text, block, braces = block] of cases) {
  // No U+2028 in the name: it ends a line of TAP.
  t.test(encodeURI(text) || 'nothing', async t => {
    t.equal(scalarText(text, { flow: false }), block)
    t.equal(scalarText(text, { flow: true }), braces)
  })
}

t.test('quotes as the author has them beside it', async t => {
  t.equal(scalarText('2', { flow: false, quotes: "'" }), "'2'")
  t.equal(scalarText('{"a":1}', { flow: false, quotes: '"' }), '"{\\"a\\":1}"')
  t.equal(scalarText('a\tb', { flow: false, quotes: "'" }), '"a\\tb"', 'single quotes have no escapes')
})
