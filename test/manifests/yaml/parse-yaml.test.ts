import t from 'tap'
import { SourceText } from '../../../src/manifests/source-text.ts'
import { parseYaml } from '../../../src/manifests/yaml/parse-yaml.ts'

function parse(text: string, start = 0, end = text.length) {
  return parseYaml(new SourceText('a.yaml', text), { start, end })
}

t.test('failures stand in the text as its author wrote it', async t => {
  const cases = [
    { name: 'nothing wrong', text: "a:\n  b: 'c\nd'\n", failure: undefined },
    { name: 'found by the package', text: 'a: 1\nb\n', failure: { kind: 'MISSING_CHAR', offset: 5 } },
    { name: 'found by our own pass', text: 'a: 1\n\tb: 2\n', failure: { kind: 'tab', offset: 5, message: '' } },
    { name: 'the first of both', text: 'a: 1\nb\n---\n', end: 7, failure: { kind: 'MISSING_CHAR', offset: 5 } },
    { name: 'behind CRLF', text: 'a: 1\r\nb: 2\r\nc\r\n', failure: { offset: 12 } },
    { name: 'behind lines that had to be indented', text: "a:\n  b: 'c\nd\ne'\nf\n", failure: { offset: 16 } },
    {
      name: 'in a later document',
      text: 'a: 1\n---\nb: @c\n',
      start: 9,
      failure: { kind: 'reserved-character', offset: 12 },
    },
    {
      name: 'with the quoted scalar before it',
      text: "a: 'it's'\n",
      failure: { offset: 7, quoted: { start: 3, end: 7 } },
    },
    { name: 'without one', text: 'a: b: c\n', failure: { quoted: undefined } },
    { name: 'an escape is no failure of syntax', text: 'a: "\\q"\n', failure: undefined },
  ]
  for (const { name, text, start, end, failure } of cases) {
    const found = parse(text, start, end).failure
    if (failure === undefined) t.equal(found, undefined, name)
    else t.match(found, failure, name)
  }
})

t.test('documents without content', async t => {
  for (const text of ['', '\n\n', '# a\n']) t.equal(parse(text).root, null, JSON.stringify(text))
})

t.test('where kubectl stops reading', async t => {
  t.equal(parse('a: 1\r\n...\r\nb: 2\r\n').ignoredFrom, 6)
  t.equal(parse('a: 1\n').ignoredFrom, undefined)
})

t.test('values are texts: what they mean is decided elsewhere', async t => {
  t.strictSame(parse('a: yes\nb: 0x1\nc: ~\nd:\n').root?.toJSON(), { a: 'yes', b: '0x1', c: '~', d: '' })
})
