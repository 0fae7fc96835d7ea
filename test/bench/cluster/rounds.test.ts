import t from 'tap'
import { meanMs, ratioOf, roundsOf, roundsText, shareWithin } from '../../../bench/cluster/rounds.ts'
import { atLeast, atMost } from '../../../bench/cluster/target.ts'

const calls = (asked: number, within: Record<string, number>) => ({
  asked,
  failed: 0,
  seconds: asked * 0.002,
  within: new Map(Object.entries(within)),
})

t.test('the median, the lowest and the highest of the rounds', async t => {
  t.strictSame(roundsOf([3, 1, 10]), { median: 3, lowest: 1, highest: 10 })
  t.equal(roundsText({ median: 3, lowest: 1, highest: 10 }, 1), '3.0 (1.0 to 10.0)')
})

t.test('a round that was slow for both leaves their ratio alone', async t => {
  t.strictSame(ratioOf([90, 9, 900], [100, 10, 1000]), { median: 0.9, lowest: 0.9, highest: 0.9 })
})

t.test('a round that only one of them had is left out', async t => {
  t.strictSame(ratioOf([1, 2, 100], [1, 1]), { median: 1.5, lowest: 1, highest: 2 })
})

t.test('the mean of a call in milliseconds; of no call there is none', async t => {
  t.equal(meanMs(calls(500, {})), 2)
  t.ok(Number.isNaN(meanMs(calls(0, {}))))
})

t.test('the share within a bound is that of all calls, not the mean of the rounds', async t => {
  t.equal(shareWithin([calls(100, { '0.025': 100 }), calls(300, { '0.025': 200 })], '0.025'), 0.75)
  t.equal(shareWithin([calls(100, {})], '0.025'), 0, 'a bound that the API server does not have')
})

const targets = [
  { name: 'kept from below', text: atLeast(0.9, 0.9, 2), says: '>= 0.90 met' },
  { name: 'missed from below', text: atLeast(0.899, 0.9, 2), says: '>= 0.90 missed' },
  { name: 'kept from above', text: atMost(1000, 1000, 0), says: '<= 1000 met' },
  { name: 'missed from above', text: atMost(1.151, 1.15, 2), says: '<= 1.15 missed' },
  { name: 'no figure keeps no target', text: atMost(NaN, 1, 0), says: '<= 1 missed' },
] as const

for (const { name, text, says } of targets) t.test(`a target ${name}`, async t => t.equal(text, says))
