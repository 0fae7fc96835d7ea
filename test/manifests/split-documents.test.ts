import t from 'tap'
import { SourceText } from '../../src/manifests/source-text.ts'
import { splitDocuments } from '../../src/manifests/split-documents.ts'

t.test('the parts that kubectl cuts a file into', async t => {
  const cases = [
    { name: 'nothing', text: '', parts: [] },
    { name: 'one document', text: 'a\n', parts: ['yaml a\n'] },
    { name: 'a separator at the beginning', text: '---\na\n', parts: ['yaml a\n'] },
    { name: 'two', text: 'a\n---\nb\n', parts: ['yaml a\n', 'yaml b\n'] },
    { name: 'a separator at the end', text: 'a\n---', parts: ['yaml a\n'] },
    { name: 'separators one behind the other', text: 'a\n---\n---\nb', parts: ['yaml a\n', 'yaml b'] },
    { name: 'an indented --- separates nothing', text: 'a\n ---\nb\n', parts: ['yaml a\n ---\nb\n'] },
    { name: 'CRLF', text: 'a\r\n---\r\nb\r\n', parts: ['yaml a\r\n', 'yaml b\r\n'] },
    { name: 'a byte order mark is in no part', text: '\uFEFFa\n', parts: ['yaml a\n'] },
    { name: 'JSON', text: ' {"a": 1}\n', parts: ['json {"a": 1}'] },
    {
      name: 'JSON one behind the other',
      text: '{"a": "}"}{"b": {}}\n{}',
      parts: ['json {"a": "}"}', 'json {"b": {}}', 'json {}'],
    },
    { name: 'JSON, then YAML', text: '{"a": 1}\n---\nb\n', parts: ['json {"a": 1}', 'yaml b\n'] },
    { name: 'JSON that is none', text: '{"a": 1,}\n', parts: ['yaml {"a": 1,}\n'] },
    { name: 'an unclosed brace', text: '{"a": 1\n', parts: ['yaml {"a": 1\n'] },
    { name: 'a string that does not end', text: '{"a": "b\n"', parts: ['yaml {"a": "b\n"'] },
    {
      name: 'many quotes behind it',
      text: `{"a": "${'\\\\" "'.repeat(3)}`,
      parts: [`yaml {"a": "${'\\\\" "'.repeat(3)}`],
    },
    { name: 'an escaped quote', text: '{"a\\"}": 1}', parts: ['json {"a\\"}": 1}'] },
  ]
  for (const { name, text, parts } of cases) {
    const found = splitDocuments(new SourceText('a', text)).parts.map(
      ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
    )
    t.strictSame(found, parts, name)
  }
})

t.test('separators that are none', async t => {
  const cases = [
    { text: 'a\n---\nb\n', bad: [] },
    { text: 'a\n---  # c\nb\n', bad: [] },
    { text: 'a\n--- b\n', bad: [2] },
    { text: '----\na\n----\n', bad: [0, 7] },
    { text: 'a\n---b\n', bad: [2] },
  ]
  for (const { text, bad } of cases) t.strictSame(splitDocuments(new SourceText('a', text)).badSeparators, bad, text)
})
