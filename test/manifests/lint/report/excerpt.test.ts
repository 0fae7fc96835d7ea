import fc from 'fast-check'
import t from 'tap'
import { excerptOf, lineReader } from '../../../../src/manifests/lint/report/excerpt.ts'
import type { LintFinding } from '../../../../src/manifests/lint/lint-finding.ts'

const at = (column: number, width: number): LintFinding => ({
  rule: 'r',
  severity: 'error',
  certainty: null,
  object: null,
  path: '',
  file: 'a.yaml',
  line: 1,
  column,
  width,
  field: '',
  message: '',
  why: '',
  fix: '',
})

const long = '0123456789'.repeat(10)
const cases = [
  { name: 'a short line', line: 'a: value', column: 4, width: 5, shown: ['a: value', '   ^^^^^'] },
  { name: 'a place without a width', line: 'a: value', column: 1, width: 1, shown: ['a: value', '^'] },
  { name: 'tabs, each a column', line: '\ta:\tx', column: 5, width: 1, shown: [' a: x', '    ^'] },
  { name: 'behind the end', line: 'ab', column: 9, width: 1, shown: ['ab', '  ^'] },
  { name: 'an empty line', line: '', column: 1, width: 1, shown: ['', '^'] },
  { name: 'what moves a cursor', line: 'a\u001b[31m\u202eb', column: 1, width: 1, shown: ['a\ufffd[31m\ufffdb', '^'] },
  { name: 'the beginning of a long line', line: long, column: 2, width: 3, shown: ['01234567890123456...', ' ^^^'] },
  {
    name: 'the end of a long line',
    line: long,
    column: 100,
    width: 1,
    shown: ['...34567890123456789', '                   ^'],
  },
  { name: 'the middle', line: long, column: 51, width: 2, shown: ['...78901234567890...', '      ^^'] },
  {
    name: 'a place longer than the room',
    line: long,
    column: 51,
    width: 50,
    shown: ['...78901234567890...', '      ^^^^^^^^^^^^^^'],
  },
]
for (const { name, line, column, width, shown } of cases) {
  t.test(`excerpt: ${name}`, async t => {
    const { line: text, marker } = excerptOf(line, at(column, width), 20)
    t.strictSame([text, marker], shown)
  })
}

t.test('the mark stands under the character of the place, and nothing is wider than the room', async () => {
  const lines = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '{', ':', '"'), maxLength: 300 })
  fc.assert(
    fc.property(lines, fc.nat(320), fc.integer({ min: 1, max: 90 }), (line, column, width) => {
      const { line: text, marker } = excerptOf(line, at(column + 1, width), 60)
      const start = marker.indexOf('^')
      return (
        text.length <= 60 &&
        marker.length <= 61 &&
        (column >= line.length || text.charAt(start) === line.charAt(column))
      )
    }),
    { seed: 7, numRuns: 500 },
  )
})

t.test('lines of several files, and of none', async t => {
  const lineOf = lineReader([
    { file: 'a', text: 'one\r\ntwo' },
    { file: 'b', text: '\uFEFFthree\n' },
  ])
  t.strictSame(
    [lineOf('a', 1), lineOf('a', 2), lineOf('b', 1), lineOf('b', 9), lineOf('c', 1)],
    ['one', 'two', 'three', '', ''],
  )
})
