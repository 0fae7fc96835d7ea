import fc from 'fast-check'
import t from 'tap'
import { slopeOf, trendOf } from '../../../bench/soak/slope.ts'

const line = (slope: number, noise: readonly number[]) => noise.map((y, x) => ({ x, y: slope * x + y }))
const noise = [0.5, -0.5, 0.4, -0.6, 0.6, -0.4, 0.5, -0.5, 0.3, -0.3]

const cases = [
  { name: 'a line without noise', points: line(2, Array<number>(5).fill(7)), slope: 2, trend: 'rising' },
  { name: 'nothing but noise', points: line(0, noise), slope: 0, trend: 'flat' },
  { name: 'a rise that noise does not explain', points: line(1, noise), slope: 1, trend: 'rising' },
  { name: 'a fall that noise does not explain', points: line(-1, noise), slope: -1, trend: 'falling' },
  { name: 'a rise that noise explains', points: line(0.05, noise), slope: 0, trend: 'flat' },
  { name: 'always the same', points: line(0, [5, 5, 5, 5]), slope: 0, trend: 'flat' },
  { name: 'two points, whatever they are', points: line(100, [0, 0]), slope: 100, trend: 'flat' },
] as const

for (const { name, points, slope, trend } of cases) {
  t.test(`${name}: ${trend}`, async t => {
    const found = slopeOf(points)
    t.ok(Math.abs(found.slope - slope) < 0.1, `slope ${found.slope}`)
    t.equal(trendOf(found), trend)
  })
}

t.test('one point and none have no slope, and no trend', async t => {
  for (const points of [[], [{ x: 1, y: 1 }]]) {
    t.ok(Number.isNaN(slopeOf(points).slope))
    t.equal(trendOf(slopeOf(points)), 'flat')
  }
})

t.test('the known error: 1, 2, 2, 3 over 0 to 3', async t => {
  const { slope, error } = slopeOf([1, 2, 2, 3].map((y, x) => ({ x, y })))
  t.ok(Math.abs(slope - 0.6) < 1e-12)
  t.ok(Math.abs(error - Math.sqrt(0.2 / 2 / 5)) < 1e-12, `error ${error}`)
})

t.test('moved up or aside, a line has the same slope', async () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 })
  const property = fc.property(values, fc.integer({ min: -50, max: 50 }), (ys, by) => {
    const here = slopeOf(ys.map((y, x) => ({ x, y })))
    const there = slopeOf(ys.map((y, x) => ({ x: x + by, y: y + by })))
    return Math.abs(here.slope - there.slope) < 1e-6 && Math.abs(here.error - there.error) < 1e-6
  })
  fc.assert(property, { seed: 20261125, numRuns: 200 })
})
