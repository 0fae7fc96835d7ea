import t from 'tap'
import type { Soaked } from '../../../bench/soak/soak.ts'
import { failures, leaked, settled } from '../../../bench/soak/verdict.ts'

/** A sample a minute. */
function samplesOf(minutes: number, descriptors: (minute: number) => number) {
  return Array.from({ length: minutes + 1 }, (_, minute) => ({
    hours: minute / 60,
    resident: 100,
    heap: 30,
    connections: 4,
    descriptors: descriptors(minute),
  }))
}

const leaks = [
  { name: 'the same all the time', descriptors: () => 30, more: 0 },
  { name: 'connections that come and go', descriptors: (minute: number) => 30 + (minute % 7), more: 0 },
  { name: 'many in the warm-up', descriptors: (minute: number) => (minute < 10 ? minute * 5 : 50), more: 0 },
  { name: 'one lost every five minutes', descriptors: (minute: number) => 30 + Math.floor(minute / 5), more: 10 },
  {
    name: 'one lost every twenty minutes, which is too few to tell',
    descriptors: (m: number) => 30 + Math.floor(m / 20),
    more: 0,
  },
  { name: 'fewer and fewer', descriptors: (minute: number) => 90 - minute, more: 0 },
]

for (const { name, descriptors, more } of leaks) {
  t.test(`descriptors: ${name}`, async t => t.equal(Math.round(leaked(samplesOf(60, descriptors))), more))
}

t.test('the warm-up is a quarter of a short run, and ten minutes of a long one', async t => {
  t.equal(settled(samplesOf(8, () => 1))[0]?.hours, 2 / 60)
  t.equal(settled(samplesOf(600, () => 1))[0]?.hours, 10 / 60)
  t.strictSame(settled([]), [])
})

const replica = {
  name: 'replica-1',
  samples: samplesOf(20, () => 30),
  stray: [] as readonly string[],
  warnings: new Map(),
  ended: undefined,
  watches: 3,
}
const fine: Soaked = {
  hours: 1 / 3,
  replicas: [replica],
  fates: { right: 1000, wrong: 0, failed: 0, unreached: 0 },
  worstP99: 12,
  disturbed: new Map(),
  problems: new Map(),
}

const runs: readonly { readonly name: string; readonly soaked: Soaked; readonly says: readonly RegExp[] }[] = [
  { name: 'all right', soaked: fine, says: [] },
  { name: 'nobody asked', soaked: { ...fine, fates: { ...fine.fates, right: 0 } }, says: [/^nothing was asked$/] },
  {
    name: 'a call that failed',
    soaked: { ...fine, fates: { ...fine.fates, failed: 2 }, problems: new Map([['500 failed calling webhook', 2]]) },
    says: [/^2 x 500 failed calling webhook$/],
  },
  {
    name: 'a replica that ended, and what it said',
    soaked: { ...fine, replicas: [{ ...replica, ended: 'exit code 70', stray: ['Error: x', '    at y'] }] },
    says: [/^replica-1 ended: exit code 70$/, /^replica-1 printed what is no line of its log: Error: x/],
  },
  {
    name: 'a leak of descriptors',
    soaked: { ...fine, replicas: [{ ...replica, samples: samplesOf(60, minute => 30 + minute) }] },
    says: [/^replica-1 has 50 descriptors more/],
  },
  {
    name: 'memory that rises is told elsewhere',
    soaked: {
      ...fine,
      replicas: [{ ...replica, samples: replica.samples.map((one, at) => ({ ...one, resident: at })) }],
    },
    says: [],
  },
]

for (const { name, soaked, says } of runs) {
  t.test(`a run: ${name}`, async t => {
    const found = failures(soaked)
    t.equal(found.length, says.length, found.join('\n'))
    for (const [at, sentence] of says.entries()) t.match(found[at], sentence)
  })
}
