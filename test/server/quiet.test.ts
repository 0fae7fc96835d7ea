import t from 'tap'
import { untilQuiet } from '../../src/server/quiet.ts'

/** Requests at these times, in ms behind the beginning; pause 5 s, limit 15 s. */
const cases: readonly { name: string; requests: readonly number[]; after: string; at: number }[] = [
  { name: 'nobody asks', requests: [], after: 'quiet', at: 5_000 },
  { name: 'the last request was long before', requests: [-60_000], after: 'quiet', at: 5_000 },
  { name: 'one just before does not make it shorter', requests: [-1], after: 'quiet', at: 5_000 },
  { name: 'a few, then none', requests: [1_000, 2_500, 4_000], after: 'quiet', at: 9_000 },
  { name: 'one while the end of the pause is awaited', requests: [4_999], after: 'quiet', at: 9_999 },
  { name: 'quiet just in time', requests: [4_000, 9_000, 10_000], after: 'quiet', at: 15_000 },
  {
    name: 'they never stop',
    requests: Array.from({ length: 100 }, (_, each) => each * 500),
    after: 'deadline',
    at: 15_000,
  },
]
for (const { name, requests, after, at } of cases) {
  t.test(`${name}: ${after} after ${at} ms`, async t => {
    // Not zero: the clock of a process that has run for a while.
    let now = 1_000_000
    const begin = now
    const lastRequest = () => Math.max(0, ...requests.map(each => begin + each).filter(each => each <= now))
    const pause = {
      now: () => now,
      sleep: async (milliseconds: number) => {
        t.ok(milliseconds > 0, 'it does not spin')
        now += milliseconds
      },
    }
    t.equal(await untilQuiet(lastRequest, 5_000, 15_000, pause), after)
    t.equal(now - begin, at)
  })
}

t.test('without time for it, it is over at once', async t => {
  t.equal(await untilQuiet(() => 0, 0, 0), 'quiet')
})
