import t from 'tap'
import { piecesText } from '../../../src/manifests/scalar-pieces.ts'
import { readBlockScalar } from '../../../src/manifests/yaml/block-scalar.ts'

function read(text: string, indent = 2) {
  return readBlockScalar(text, { start: 0, end: text.length }, indent)
}

t.test('texts', async t => {
  const cases = [
    { name: 'a literal', text: '|\n  a\n  b\n', value: 'a\nb\n' },
    { name: 'more indented lines keep what is more', text: '|\n  a\n    b\n', value: 'a\n  b\n' },
    { name: 'empty lines inside', text: '|\n  a\n\n \n  b\n', value: 'a\n\n\nb\n' },
    { name: 'empty lines before', text: '|\n\n  a\n', value: '\na\n' },
    { name: 'empty lines behind are clipped', text: '|\n  a\n\n\n', value: 'a\n' },
    { name: 'stripped', text: '|-\n  a\n\n', value: 'a' },
    { name: 'kept', text: '|+\n  a\n\n\n', value: 'a\n\n\n' },
    { name: 'kept, with its indentation in the head', text: '|2+\n  a\n\n', value: 'a\n\n' },
    { name: 'a comment in the head is no indicator', text: '| # + - \n  a\n\n', value: 'a\n' },
    { name: 'nothing but empty lines', text: '|\n\n\n', value: '' },
    { name: 'nothing but empty lines, kept', text: '|+\n\n\n', value: '\n\n' },
    { name: 'without a last line feed kubectl adds it', text: '|\n  a', value: 'a\n' },
    { name: 'a line of blanks beyond the indentation is text', text: '|\n  a\n    \n  b\n', value: 'a\n  \nb\n' },
    { name: 'CRLF', text: '|\r\n  a\r\n  b\r\n', value: 'a\nb\n' },
    { name: 'folded', text: '>\n  a\n  b\n', value: 'a b\n' },
    { name: 'folded: an empty line is a break', text: '>\n  a\n\n  b\n', value: 'a\nb\n' },
    { name: 'folded: lines that begin with a blank are kept apart', text: '>\n  a\n   b\n  c\n', value: 'a\n b\nc\n' },
    { name: 'folded: also with empty lines around', text: '>\n  a\n\n   b\n\n  c\n', value: 'a\n\n b\n\nc\n' },
    { name: 'folded: a tab is a blank', text: '>\n  a\n  \tb\n', value: 'a\n\tb\n' },
    { name: 'folded and stripped', text: '>-\n  a\n  b\n\n', value: 'a b' },
  ]
  for (const { name, text, value } of cases) t.equal(piecesText(read(text)), value, name)
})

t.test('places: lines stand where they are written, breaks where the line before ends', async t => {
  const literal = read('|\n    a\n\n    b\n', 4).map(({ text, start }) => [text, start])
  t.strictSame(literal, [
    ['a', 6],
    ['\n', 7],
    ['\n', 8],
    ['b', 13],
    ['\n', 14],
  ])
  const folded = read('>\n  a\n  b\n').map(({ text, start }) => [text, start])
  t.strictSame(folded, [
    ['a', 4],
    [' ', 5],
    ['b', 8],
    ['\n', 9],
  ])
})
