import t from 'tap'
import { FieldReader } from '../../src/manifests/field-reader.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

const text = `apiVersion: v1
kind: Thing
text: a
empty: ""
number: 1
boolean: no
nothing:
list:
- a
map:
  one: a
  two: 2
  three: ~
`

function fields(): FieldReader {
  const [object] = readDocuments(text, 'a.yaml').objects
  if (object === undefined) throw new Error('no object')
  return new FieldReader(object)
}

t.test('texts', async t => {
  const cases = [
    { key: 'text', value: 'a' },
    { key: 'empty', value: '' },
    { key: 'nothing', value: undefined },
    { key: 'absent', value: undefined },
    { key: 'number', value: undefined, problem: /^number is the number 1, but must be a text$/ },
    { key: 'boolean', value: undefined, problem: /^boolean is the boolean false/ },
    { key: 'list', value: undefined, problem: /^list is a list/ },
    { key: 'map', value: undefined, problem: /^map is a mapping/ },
  ]
  for (const { key, value, problem } of cases) {
    const reader = fields()
    t.equal(reader.text([key]), value, key)
    t.equal(reader.problems.length, problem ? 1 : 0, key)
    if (problem) t.match(reader.problems[0]?.message, problem)
  }
})

t.test('mappings of texts', async t => {
  const reader = fields()
  t.strictSame(reader.texts(['map']), { one: 'a', two: '', three: '' })
  t.match(reader.problems, [{ line: 12, column: 8, message: /^map.two is the number 2/, fix: 'Put it in quotes' }])
  t.equal(fields().texts(['nothing']), undefined)
  const other = fields()
  t.equal(other.texts(['text']), undefined)
  t.match(other.problems, [{ line: 3, message: /^text is .*but must be a mapping/ }])
})

t.test('a problem of a field that is not there stands at what is around it', async t => {
  const reader = fields()
  reader.report(['map', 'four', 'five'], 'is missing', 'Write it')
  reader.report(['gone'], 'is missing', 'Write it')
  t.match(reader.problems, [
    { line: 11, column: 3, message: 'map.four.five is missing' },
    { line: 1, column: 1, message: 'gone is missing' },
  ])
})
