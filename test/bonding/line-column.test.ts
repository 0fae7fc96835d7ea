import t from 'tap'
import { lineColumn } from '../../src/bonding/line-column.ts'

const cases = [
  { name: 'the start', text: 'abc', offset: 0, line: 1, column: 1 },
  { name: 'in the first line', text: 'abc', offset: 2, line: 1, column: 3 },
  { name: 'the end', text: 'abc', offset: 3, line: 1, column: 4 },
  { name: 'an empty text', text: '', offset: 0, line: 1, column: 1 },
  { name: 'a line feed belongs to its line', text: 'ab\ncd', offset: 2, line: 1, column: 3 },
  { name: 'the first of the second line', text: 'ab\ncd', offset: 3, line: 2, column: 1 },
  { name: 'in the third line', text: '{\n  "a": 1,\n  x\n}', offset: 14, line: 3, column: 3 },
  { name: 'an empty line', text: 'a\n\nb', offset: 2, line: 2, column: 1 },
  { name: 'behind a last line feed', text: 'a\n', offset: 2, line: 2, column: 1 },
  { name: 'carriage return and line feed', text: 'a\r\nb', offset: 3, line: 2, column: 1 },
  { name: 'the carriage return is in the old line', text: 'a\r\nb', offset: 1, line: 1, column: 2 },
  {
    name: 'UTF-16 units, as editors and the language server protocol count',
    text: '"😀" x',
    offset: 5,
    line: 1,
    column: 6,
  },
]

for (const { name, text, offset, line, column } of cases) {
  t.test(name, async t => t.same(lineColumn(text, offset), { line, column }))
}
