import t from 'tap'
import { lineChart } from '../../../bench/soak/line-chart.ts'
import { soakPage, soakPlot } from '../../../bench/soak/page.ts'
import type { Soaked } from '../../../bench/soak/soak.ts'

const samples = Array.from({ length: 41 }, (_, minute) => ({
  hours: minute / 60,
  resident: 100 + (minute % 3),
  heap: 30 + minute / 2,
  descriptors: 25,
  connections: 10 + (minute % 5),
}))

const soaked: Soaked = {
  hours: 40 / 60,
  replicas: [
    {
      name: 'replica-1',
      samples,
      stray: [],
      warnings: new Map([['caBundle cannot be kept', { times: 2, last: '{"msg":"caBundle cannot be kept"}' }]]),
      ended: undefined,
      watches: 90,
    },
  ],
  fates: { right: 120_000, wrong: 0, failed: 1, unreached: 0 },
  worstP99: 14.2,
  disturbed: new Map([['certificate renewed', 50]]),
  problems: new Map(),
}

t.test('the page tells what rises, what happened, and what failed', async t => {
  const text = soakPage([['Load', '50 a second']], soaked, ['1 x no answer'])
  for (const part of [
    '- Load: 50 a second',
    '- Run: 40 min, 1 replicas',
    'flat',
    '30.00 ± 0.00, rising',
    '25 to 25',
    '10 to 14',
    '- creations: 120000 right, 0 wrong, 1 failed, 0 did not reach the API server',
    '- certificate renewed: 50 times',
    '- replica-1 logged "caBundle cannot be kept" 2 times, the last: `{"msg":"caBundle cannot be kept"}`',
    '- FAILED: 1 x no answer',
  ]) {
    t.ok(text.includes(part), part)
  }
  t.match(soakPage([], soaked, []), /Nothing failed\.\n$/)
})

t.test('the plot has two lines for a replica, over minutes', async t => {
  const drawn = soakPlot(soaked)
  t.equal(drawn.match(/<polyline/g)?.length, 2)
  t.match(drawn, '>replica-1, heap<')
  t.match(drawn, '>40<', 'the last minute stands at the scale')
  t.notMatch(drawn, /NaN|Infinity/)
})

t.test('a run that ended before its first sample still has a plot', async t => {
  t.notMatch(lineChart({ title: 'A & B', xTitle: 'minutes', lines: [] }), /NaN|Infinity|A & B/)
})
