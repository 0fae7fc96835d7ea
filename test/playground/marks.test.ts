import fc from 'fast-check'
import t from 'tap'
import { markedLines, rangeOf, segmentsOf } from '../../docs/playground/marks.ts'
import { SourceText } from '../../src/manifests/source-text.ts'

const error = (line: number, column: number, width = 1) => ({ line, column, width, severity: 'error' as const })
const warning = (line: number, column: number, width = 1) => ({ line, column, width, severity: 'warning' as const })

const text = 'first\nsecond\n\nlast'
const cases = [
  { name: 'no finding', findings: [], marked: [] },
  { name: 'a word', findings: [error(2, 1, 6)], marked: ['error second'] },
  { name: 'the first and the last character', findings: [error(1, 1), error(4, 4)], marked: ['error f', 'error t'] },
  { name: 'an empty line', findings: [error(3, 1)], marked: ['error \n'] },
  { name: 'the file as a whole', findings: [error(0, 0)], marked: [] },
  { name: 'behind the end', findings: [error(4, 5), error(9, 1)], marked: [] },
  { name: 'one behind the other', findings: [error(1, 1, 2), warning(1, 3, 3)], marked: ['error fi', 'warning rst'] },
  { name: 'one into the other', findings: [error(1, 1, 3), warning(1, 2, 4)], marked: ['error fir', 'warning st'] },
  { name: 'one inside the other', findings: [error(1, 1, 5), warning(1, 2, 2)], marked: ['error first'] },
  { name: 'two at one place', findings: [warning(1, 1, 5), error(1, 1, 5)], marked: ['error first'] },
]
for (const { name, findings, marked } of cases) {
  t.test(`marks: ${name}`, async t => {
    const segments = segmentsOf(text, findings)
    t.equal(segments.map(segment => segment.text).join(''), text, 'the text stays whole')
    t.same(
      segments.flatMap(segment => (segment.severity ? [`${segment.severity} ${segment.text}`] : [])),
      marked,
    )
  })
}

t.test('whatever is found, the text stays whole', async t => {
  const place = fc.record({ line: fc.nat(6), column: fc.nat(9), width: fc.nat(9) })
  const found = fc.array(place.map(found => ({ ...found, severity: 'error' as const })))
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '🎈', '\uFEFF') }), found, (text, findings) => {
      const joined = segmentsOf(text, findings).map(segment => segment.text)
      return joined.join('') === text
    }),
    { seed: 10, numRuns: 500 },
  )
  t.pass('500 runs')
})

t.test('places as offsets', async t => {
  t.strictSame(rangeOf(new SourceText('', text), error(2, 3, 2)), { start: 8, end: 10 })
  t.strictSame(
    rangeOf(new SourceText('', `\uFEFF${text}`), error(1, 1, 5)),
    { start: 1, end: 6 },
    'a byte order mark is no column',
  )
  t.equal(rangeOf(new SourceText('', text), error(0, 0)), undefined)
})

t.test('a line has the worst that is said of it', async t => {
  const marks = markedLines([warning(1, 1), error(1, 2), warning(1, 3), warning(4, 1)])
  t.strictSame(
    [...marks],
    [
      [1, 'error'],
      [4, 'warning'],
    ],
  )
})
