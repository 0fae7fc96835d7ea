import t from 'tap'
import { scanOutline } from '../../../src/manifests/yaml/scan-outline.ts'

t.test('where blanks are missing for the package', async t => {
  const cases: { name: string; text: string; blanks: [line: number, count: number][] }[] = [
    { name: 'nothing to do', text: "a: 'b\n  c'\n", blanks: [] },
    { name: 'a quoted text in the column of its key', text: "a:\n  b: 'c\n  d'\n", blanks: [[3, 1]] },
    { name: 'a quoted text at the left edge', text: "a:\n  b: 'c\nd'\n", blanks: [[3, 3]] },
    { name: 'in a list: the key of the item counts', text: "- a: 'b\n- c'\n", blanks: [[2, 3]] },
    { name: 'in a list without a key', text: "- 'b\nc'\n", blanks: [[2, 1]] },
    { name: 'at the top nothing is wanted', text: "'a\nb'\n", blanks: [] },
    { name: 'every line for itself', text: "a: 'b\n c\nd\n  e'\n", blanks: [[3, 1]] },
    { name: 'empty lines are left alone', text: "a: 'b\n\n  \nc'\n", blanks: [[4, 1]] },
    { name: 'but not a line of tabs', text: "a: 'b\n\t\n c'\n", blanks: [[2, 1]] },
    {
      name: 'brackets',
      text: 'a: [b,\nc,\n d\n]\n',
      blanks: [
        [2, 1],
        [4, 1],
      ],
    },
    { name: 'a text over lines inside brackets', text: 'a: [b\nc]\n', blanks: [[2, 1]] },
    { name: 'behind an anchor and a tag', text: "a: &x !!str 'b\nc'\n", blanks: [[2, 1]] },
    { name: 'the same characters in a comment', text: "a: b # it's\nc: d\n", blanks: [] },
    { name: 'the same characters in a plain text', text: "a: it's [ {\nb: c\n", blanks: [] },
    { name: 'the same characters in a literal', text: "a: |\n  it's [\n  x\nb: c\n", blanks: [] },
    { name: 'a comment right behind a token', text: "a: 'b'#c\n", blanks: [[1, 1]] },
    { name: "a doubled ' does not end a text", text: "a: 'b''\nc'\n", blanks: [[2, 1]] },
    { name: 'an escaped " does not end a text', text: 'a: "b\\"\nc"\n', blanks: [[2, 1]] },
    { name: 'an escaped backslash before the end', text: 'a: "b\\\\"\nc: d\n', blanks: [] },
  ]
  for (const { name, text, blanks } of cases) {
    const found = scanOutline(text).missingBlanks.map(({ offset, count }) => [
      text.slice(0, offset).split('\n').length,
      count,
    ])
    t.strictSame(found, blanks, name)
  }
})

t.test('what kubectl refuses and the package does not', async t => {
  const cases = [
    { name: 'a tab before a key', text: 'a:\n\tb: 1\n', refusal: { kind: 'tab', offset: 3 } },
    { name: 'a tab behind a dash', text: '-\ta\n', refusal: { kind: 'tab', offset: 1 } },
    { name: 'a tab before a comment', text: 'a: 1\n\t# c\n', refusal: { kind: 'tab', offset: 5 } },
    { name: 'a tab that indents a literal', text: 'a: |\n\tb\n', refusal: { kind: 'tab', offset: 5 } },
    { name: 'a tab behind a literal', text: 'a: |\n  b\n\tc\n', refusal: { kind: 'tab', offset: 9 } },
    { name: 'a tab behind a key in quotes', text: '"a"\t: 1\n', refusal: undefined },
    { name: 'a tab in a literal', text: 'a: |\n  b\n  \tc\n', refusal: undefined },
    { name: 'tabs between tokens', text: 'a:\tb\t# c\nd: [\t1,\n\t2]\n', refusal: undefined },
    { name: 'a quote that never ends', text: "a: b\nc: 'd\n", refusal: { kind: 'unclosed-quote', offset: 8 } },
    {
      name: 'a quote that a document end cuts off',
      text: "c: 'd\n...\n'\n",
      refusal: { kind: 'unclosed-quote', offset: 3 },
    },
    {
      name: 'a bracket that never ends: the outermost',
      text: 'a: [{\n',
      refusal: { kind: 'unclosed-bracket', offset: 3 },
    },
    {
      name: 'a bracket that a document end cuts off',
      text: 'a: [1\n...\n',
      refusal: { kind: 'unclosed-bracket', offset: 3 },
    },
    { name: 'an at sign', text: 'a: @b\n', refusal: { kind: 'reserved-character', offset: 3 } },
    { name: 'a percent sign', text: 'a: %b\n', refusal: { kind: 'reserved-character', offset: 3 } },
    { name: 'both inside a text', text: 'a: b@c%\n', refusal: undefined },
    {
      name: 'a key and its colon on two lines in braces',
      text: 'a: {"b"\n: 1}\n',
      refusal: { kind: 'key-over-lines', offset: 4 },
    },
    { name: 'a key behind ? may be longer', text: 'a: {? b\n: 1}\n', refusal: undefined },
    { name: 'a control character', text: 'a: b\u0007\n', refusal: { kind: 'control-character', offset: 4 } },
    { name: 'the first of several', text: 'a: @b\nc: %d\n', refusal: { kind: 'reserved-character', offset: 3 } },
  ]
  for (const { name, text, refusal } of cases) t.strictSame(scanOutline(text).refusal, refusal, name)
})

t.test('literal and folded scalars', async t => {
  const cases = [
    { name: 'indented by its first line', text: 'a: |\n   b\n  c: d\n', indent: 3, end: 10 },
    { name: 'indented by its head', text: 'a: |2\n    b\n', indent: 2, end: 12 },
    { name: 'in a list', text: '- a: >-\n    b\n  c: d\n', indent: 4, end: 14 },
    { name: 'without text', text: 'a: |\nb: c\n', indent: 1, end: 5 },
    { name: 'with empty lines before the text', text: 'a: |\n\n \n  b\n', indent: 2, end: 12 },
  ]
  for (const { name, text, indent, end } of cases) {
    const start = text.search(/[|>]/)
    t.match(scanOutline(text).blockScalars.get(start), { indent, end }, name)
  }
})

t.test('the end of a document', async t => {
  t.equal(scanOutline('a: b\n...\nc: d\n').end, 5)
  t.equal(scanOutline('a: |\n  ...\n').end, undefined)
  t.equal(scanOutline('a: b\n....\n').end, undefined)
  t.equal(scanOutline('a: b\n...\n@c\n').refusal, undefined, 'nothing is read behind it')
})

t.test('the end of the root', async t => {
  const cases = [
    { name: 'further left than an indented root', text: '  a: 1\n  b: 2\nc: 3\n', end: 14 },
    { name: 'a little further left', text: '  a: 1\n b: 2\n', end: 8 },
    { name: 'in the column of the root', text: '  a: 1\n  b:\n    c: 2\n  d: 3\n', end: undefined },
    { name: 'a comment is nothing', text: '  a: 1\n# c\n  b: 2\n', end: undefined },
    { name: 'behind brackets', text: '{a: 1}\nEOF\n', end: 7 },
    { name: 'behind brackets on their line', text: '[a] b\n', end: 4 },
    { name: 'a bracket too many', text: '{a: 1}}\n', end: 6 },
    { name: 'brackets as a key', text: '{a: 1}: b\nc: d\n', end: undefined },
    { name: 'brackets in a mapping', text: 'a: {b: 1}\nc: [d]\ne: 1\n', end: undefined },
    { name: 'brackets in a list', text: '- [a]\n- {b: 1}\n', end: undefined },
    { name: 'nothing behind brackets', text: '{a: 1} # c\n\n', end: undefined },
  ]
  for (const { name, text, end } of cases) t.equal(scanOutline(text).end, end, name)
})

t.test('of what stands behind the root one token is looked at', async t => {
  const cases = [
    { name: 'a text', text: '{a: 1}\nb c\n', refusal: undefined },
    { name: 'what comes after it', text: '{a: 1}\nb: @c\n', refusal: undefined },
    { name: 'what can begin nothing', text: '{a: 1}\n@\n', refusal: { kind: 'reserved-character', offset: 7 } },
    { name: 'a quote that never ends', text: '  a: 1\n"b\n', refusal: { kind: 'unclosed-quote', offset: 7 } },
    { name: 'a directive', text: '  a: 1\n%b\n', refusal: { kind: 'directive', offset: 7 } },
    { name: 'a tab', text: '  a: 1\n\tb\n', refusal: { kind: 'tab', offset: 7 } },
  ]
  for (const { name, text, refusal } of cases) t.strictSame(scanOutline(text).refusal, refusal, name)
})

t.test('anchors', async t => {
  t.strictSame(scanOutline('a: &b.c d\n').refusal, { kind: 'anchor', offset: 3 })
  t.strictSame(scanOutline('a: &b c\n*b: d\n').missingBlanks, [{ offset: 10, count: 1 }], 'the colon is no part of it')
})
