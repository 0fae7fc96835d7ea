import t from 'tap'
import type { Creation } from './pod-writers.ts'
import { countsOf } from './window.ts'

const creation = (took: number, fate: Creation['fate'] = 'right', problem = ''): Creation => {
  return { due: 0, took, fate, problem }
}

t.test('times at the edges of what there is', async t => {
  const cases = [
    { name: 'one', took: [7], latency: { median: 7, p99: 7, longest: 7 } },
    { name: 'two', took: [9, 1], latency: { median: 1, p99: 9, longest: 9 } },
    {
      name: 'a hundred',
      took: Array.from({ length: 100 }, (_, at) => 100 - at),
      latency: { median: 50, p99: 99, longest: 100 },
    },
  ]
  for (const { name, took, latency } of cases) t.same(countsOf(took.map(one => creation(one))).latency, latency, name)
  t.same(countsOf([]).latency, { median: NaN, p99: NaN, longest: NaN })
})

t.test('fates are counted, and like problems together', async t => {
  const refused = (port: number) =>
    `500 failed calling webhook: read tcp 127.0.0.1:${port}->127.0.0.1:8443: connection reset by peer`
  const { fates, problems } = countsOf([
    creation(1),
    creation(1, 'failed', refused(40_001)),
    creation(1, 'failed', refused(40_002)),
    creation(1, 'wrong', 'networks undefined'),
    creation(1, 'unreached', 'socket hang up'),
  ])
  t.same(fates, { right: 1, wrong: 1, failed: 2, unreached: 1 })
  t.same([...problems.values()], [2, 1, 1])
  t.match([...problems.keys()][0], /tcp 127\.0\.0\.1->127\.0\.0\.1:8443/)
})
