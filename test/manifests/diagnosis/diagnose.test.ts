import t from 'tap'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { expectProblem } from './expect-problem.ts'

const syntax = [
  {
    name: 'a second colon in a value',
    text: 'description: bond: two links\n',
    at: '1:14',
    message: /the value of `description` has a colon/,
    fix: /description: "bond: two links"/,
  },
  {
    name: 'no blank behind a colon',
    text: 'metadata:\n  name:a\n  namespace: b\n',
    at: '2:3',
    message: /no blank behind the colon of `name:a`/,
    fix: /Write name: a/,
  },
  {
    name: 'a word without a colon',
    text: 'a: 1\nfoo\nb: 2\n',
    at: '2:1',
    message: /`foo` is neither a key with a colon/,
  },
  { name: 'list items beside keys', text: 'a: 1\n- b\n', at: '2:1', message: /list item `- b` stands beside keys/ },
  { name: 'a tag that nobody defined', text: 'a: !x!y z\n', at: '1:4', message: /a tag/ },
  { name: 'a key that is too long', text: `${'a'.repeat(1100)}: b\n`, at: '1:1', message: /1024/ },
  {
    name: 'keys beside list items',
    text: '- b\na: 1\n',
    at: '2:1',
    message: /`a: 1` cannot stand here/,
    fix: /line and the one above/,
  },
]

for (const example of syntax) expectProblem(t, 'syntax', example)

t.test('nested too deeply', async t => {
  const deep = (open: string, close: string, count: number) => open.repeat(count) + close.repeat(count)
  const cases = [
    { name: 'brackets', text: `a: ${deep('[', ']', 501)}\n`, column: 503 },
    { name: 'brackets that are not closed', text: `a: ${'['.repeat(10_000)}\n`, column: 503 },
    { name: 'braces', text: `a: ${'{a: '.repeat(501)}${'}'.repeat(501)}\n`, column: 2000 },
    { name: 'list items', text: `a:\n  ${'- '.repeat(501)}b\n`, column: 1001 },
    {
      name: 'keys',
      text: Array.from({ length: 502 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      column: 502,
    },
    { name: 'JSON', text: `{"a":${deep('[', ']', 501)}}`, column: 505 },
    { name: 'JSON objects', text: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, column: 2501 },
  ]
  for (const { name, text, column } of cases) {
    const { objects, problems } = readDocuments(text, 'a.yaml')
    t.match(problems, [{ cause: 'syntax', column, message: /more than 500 mappings and lists/ }], name)
    t.strictSame([objects.length, problems.length], [0, 1], name)
  }
  t.strictSame(
    readDocuments(`apiVersion: v1\nkind: A\na: ${deep('[', ']', 490)}\n`, 'a.yaml').problems,
    [],
    'as deep as nobody nests',
  )
})

const json = [
  {
    name: 'a missing comma in JSON',
    text: '{\n "a": 1\n "b": 2\n}\n',
    at: '2:8',
    message: /not JSON: no comma after "1"/,
  },
  { name: 'a callout in JSON', text: '{\n "a": 1, <1>\n "b": 2\n}\n', at: '2:10', message: /not JSON: .*<1>|<1>/ },
]

t.test('a document in braces is meant as JSON', async t => {
  for (const { name, text, message } of json) t.match(readDocuments(text, 'a.json').problems, [{ message }], name)
})

t.test('one cause, one problem: the first in the file', async t => {
  const { problems } = readDocuments('a:\n\tb: 1\n\tc: @d\n', 'a.yaml')
  t.equal(problems.length, 1)
})

t.test('a broken document hides no other', async t => {
  const text = 'apiVersion: v1\nkind: A\n---\na: [\n---\napiVersion: v1\nkind: B\n---\nb: }\n'
  const { objects, problems } = readDocuments(text, 'a.yaml')
  t.strictSame(
    objects.map(({ kind }) => kind),
    ['A', 'B'],
  )
  t.strictSame(
    problems.map(({ line }) => line),
    [4, 9],
  )
})
