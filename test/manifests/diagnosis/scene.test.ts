import t from 'tap'
import { around, keyOf, quote, sceneOf } from '../../../src/manifests/diagnosis/scene.ts'
import { SourceText } from '../../../src/manifests/source-text.ts'

function scene(text: string, offset: number, start = 0) {
  const failure = { kind: 'UNEXPECTED_TOKEN', offset, message: '', quoted: undefined, texts: [] } as const
  return sceneOf(new SourceText('a.yaml', text), { start, end: text.length }, failure)
}

t.test('the lines of a document that mean something', async t => {
  const { lines, failedAt } = scene('a: 1\n\n  # c\n  b: 2\n\t\nc: 3\n', 14)
  t.strictSame(
    lines.map(({ number, indent, text }) => [number, indent, text]),
    [
      [1, 0, 'a: 1'],
      [4, 2, '  b: 2'],
      [6, 0, 'c: 3'],
    ],
  )
  t.equal(failedAt, 1)
})

t.test('only those of the document', async t => {
  const { lines } = scene('a: 1\n---\nb: 2\n', 9, 9)
  t.strictSame(
    lines.map(({ number }) => number),
    [3],
  )
})

t.test('around the failure', async t => {
  const found = (offset: number, before: number, after: number) =>
    around(scene('a\nb\nc\nd\n', offset), before, after).map(({ text }) => text)
  t.strictSame(found(4, 0, 0), ['c'])
  t.strictSame(found(4, 1, 1), ['b', 'c', 'd'])
  t.strictSame(found(0, 2, 0), ['a'])
  t.strictSame(found(8, 1, 0), ['c', 'd'], 'behind the last line: the last lines')
})

t.test('keys', async t => {
  const cases = [
    { text: 'a: b', key: { key: 'a', column: 0, rest: 'b' } },
    { text: '  a.b/c-d:', key: { key: 'a.b/c-d', column: 2, rest: '' } },
    { text: '- a: b', key: { key: 'a', column: 2, rest: 'b' } },
    { text: '  - - a: b', key: { key: 'a', column: 6, rest: 'b' } },
    { text: 'a: b # c', key: { key: 'a', column: 0, rest: 'b' } },
    { text: 'a: # c', key: { key: 'a', column: 0, rest: '' } },
    { text: 'a: b#c', key: { key: 'a', column: 0, rest: 'b#c' } },
    { text: '"a: b": c', key: { key: '"a: b"', column: 0, rest: 'c' } },
    { text: 'a :  b', key: { key: 'a', column: 0, rest: 'b' } },
    { text: 'a b: c', key: { key: 'a b', column: 0, rest: 'c' } },
    { text: 'a:b', key: undefined },
    { text: 'http://x', key: undefined },
    { text: '- a', key: undefined },
    { text: '{a: b}', key: undefined },
    { text: 'just words', key: undefined },
  ]
  for (const { text, key } of cases) {
    t.strictSame(keyOf({ number: 1, start: 0, text, indent: 0, inside: undefined }), key, text)
  }
})

t.test('quotations are short and on one line', async t => {
  t.equal(quote('  a: b  \nc: d\n'), '`a: b`')
  t.equal(quote('a `b` c'), '"a `b` c"')
  t.equal(quote('x'.repeat(40)), `\`${'x'.repeat(40)}\``)
  t.equal(quote('x'.repeat(41)), `\`${'x'.repeat(38)}…\``)
})
