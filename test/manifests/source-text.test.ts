import t from 'tap'
import { SourceText } from '../../src/manifests/source-text.ts'

t.test('offsets become lines and columns as editors count them', async t => {
  const cases = [
    { name: 'the first character', text: 'ab\ncd', offset: 0, line: 1, column: 1 },
    { name: 'the line feed belongs to its line', text: 'ab\ncd', offset: 2, line: 1, column: 3 },
    { name: 'the first character of a line', text: 'ab\ncd', offset: 3, line: 2, column: 1 },
    { name: 'the end of the text', text: 'ab\ncd', offset: 5, line: 2, column: 3 },
    { name: 'behind a last line feed', text: 'ab\n', offset: 3, line: 2, column: 1 },
    { name: 'an empty line', text: 'a\n\nb', offset: 2, line: 2, column: 1 },
    { name: 'a tab is one column', text: '\tb', offset: 1, line: 1, column: 2 },
    { name: 'CRLF', text: 'a\r\nb', offset: 3, line: 2, column: 1 },
    { name: 'an emoji is two UTF-16 units', text: '😀b', offset: 2, line: 1, column: 3 },
    { name: 'a byte order mark is none', text: '\uFEFFab', offset: 2, line: 1, column: 2 },
    { name: 'an empty text', text: '', offset: 0, line: 1, column: 1 },
  ]
  for (const { name, text, offset, line, column } of cases) {
    t.strictSame(new SourceText('a.yaml', text).positionAt(offset), { line, column }, name)
  }
})

t.test('lines', async t => {
  const source = new SourceText('a.yaml', 'one\r\ntwo\n\nfour')
  t.strictSame(
    [1, 2, 3, 4, 5].map(number => source.line(number)),
    ['one', 'two', '', 'four', ''],
  )
  t.strictSame(
    [1, 2, 3, 4, 5].map(number => source.lineStart(number)),
    [0, 5, 9, 10, 14],
  )
  t.equal(new SourceText('a.yaml', '\uFEFFx').line(1), 'x', 'without the byte order mark')
  t.equal(new SourceText('a.yaml', '\uFEFFx').start, 1)
})
