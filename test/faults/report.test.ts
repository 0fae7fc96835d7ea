import t from 'tap'
import { countsOf } from '../steady/window.ts'
import { headLine, reliabilityPage, verdictLines } from './report.ts'
import type { Verdict } from './verdict.ts'

const calls = { asked: 200, failed: 1, seconds: 0.5, within: new Map<string, number>() }
const creations = [
  { due: 0, took: 5, fate: 'right', problem: '' } as const,
  { due: 1, took: 1234.5, fate: 'failed', problem: 'connection reset' } as const,
]
const verdict: Verdict = {
  fault: { name: 'SIGKILL', happens: 'one is killed', mayFail: 'calls in flight', inject: () => Promise.resolve({}) },
  counts: { seconds: 10.4, calls, ...countsOf(creations) },
  excused: 1,
  notes: ['it ended by SIGKILL'],
  missed: [],
}
const missed: Verdict = { ...verdict, missed: ['1 wrong'], fault: { ...verdict.fault, name: 'frozen' } }

t.test('a row for a terminal, and what else is to be said', async t => {
  const [row = '', ...remarks] = verdictLines(verdict).split('\n')
  t.equal(row.length, headLine.length)
  t.same(row.trim().split(/ {2,}/), ['SIGKILL', '10', '200', '1', '1', '1', '0', '2.5', '1235', '1235', 'met'])
  t.same(remarks, ['    it ended by SIGKILL', '    1 x connection reset'])
  t.match(verdictLines(missed), / {2}missed\n {4}MISSED: 1 wrong\n/)
})

t.test('the page has a row and a paragraph for each fault', async t => {
  const page = reliabilityPage([verdict, missed], { replicas: 3, rate: 60 })
  t.match(page, /3 replicas behind a loopback proxy .* 60 pods\s+a second/s)
  t.match(page, /^\| SIGKILL \| 10 \| 200 \| 1 \| 1 \| 1 \| 0 \| 2\.5 \| 1235 \| 1235 \| met \|$/m)
  t.match(page, /^\*\*SIGKILL\*\*: one is killed\. May fail: calls in flight\.\n- it ended by SIGKILL\.$/m)
  t.match(page, /^- target missed: 1 wrong\.$/m)
})
