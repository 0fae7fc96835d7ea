import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import type { Pair } from '../../src/certs/pair.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'

const authority = await makeAuthority(new Date('2026-01-01T00:00:00Z'))
/** Valid for 90 days. */
const issue = (date: string) => authority.issue(['localhost'], new Date(date))
const winter = await issue('2026-01-10T00:00:00Z')
const spring = await issue('2026-04-01T00:00:00Z')

function listened(pair: Pair) {
  const served = new ServedPair(pair)
  const told: string[] = []
  served.subscribe({
    changed: ({ fingerprint }) => told.push(`changed ${fingerprint}`),
    kept: problem => told.push(`kept: ${problem}`),
  })
  return { served, told }
}

t.test('a better pair is served at once', async t => {
  const { served, told } = listened(winter)
  served.offer({ kind: 'pair', pair: spring }, new Date('2026-04-02T00:00:00Z'))
  t.equal(served.pair, spring)
  t.same(told, [`changed ${spring.fingerprint}`])
})

t.test('the same pair again is no news', async t => {
  const { served, told } = listened(winter)
  served.offer({ kind: 'pair', pair: { ...winter } }, new Date('2026-02-01T00:00:00Z'))
  t.same(told, [])
})

t.test('a bad pair keeps the old one, and is told once', async t => {
  const { served, told } = listened(winter)
  const now = new Date('2026-02-01T00:00:00Z')
  served.offer({ kind: 'bad', problem: 'half written' }, now)
  served.offer({ kind: 'bad', problem: 'half written' }, now)
  t.equal(served.pair, winter)
  t.same(told, ['kept: half written'])
  t.same(served.state(now), {
    ok: true,
    message: 'valid until 2026-04-10T00:00:00.000Z; the next one cannot be used: half written',
  })

  served.offer({ kind: 'bad', problem: 'gone' }, now)
  t.same(told.slice(1), ['kept: gone'], 'another reason is news')

  served.offer({ kind: 'pair', pair: winter }, now)
  t.match(served.state(now).message, /Z$/, 'forgotten when the files are good again')
  served.offer({ kind: 'bad', problem: 'gone' }, now)
  t.equal(told.length, 3, 'and told again when it comes back')
})

t.test('an expired pair does not replace a valid one', async t => {
  const { served, told } = listened(spring)
  served.offer({ kind: 'pair', pair: winter }, new Date('2026-05-01T00:00:00Z'))
  t.equal(served.pair, spring)
  t.same(told, ['kept: the certificate expired on 2026-04-10T00:00:00.000Z'])
})

t.test('of two expired pairs the one on disk is served', async t => {
  const { served } = listened(winter)
  served.offer({ kind: 'pair', pair: spring }, new Date('2027-01-01T00:00:00Z'))
  t.equal(served.pair, spring)
})

const states = [
  { name: 'valid', now: '2026-02-01T00:00:00Z', ok: true, message: 'valid until 2026-04-10T00:00:00.000Z' },
  { name: 'expired', now: '2026-04-10T00:00:01Z', ok: false, message: 'expired on 2026-04-10T00:00:00.000Z' },
  {
    name: 'of the future',
    now: '2026-01-08T23:59:59Z',
    ok: false,
    message: 'not valid before 2026-01-09T00:00:00.000Z',
  },
]
for (const { name, now, ok, message } of states) {
  t.test(`its state when it is ${name}`, async t => {
    t.same(new ServedPair(winter).state(new Date(now)), { ok, message })
  })
}

t.test('without a pair: why there is none is told, and the first that comes is served', async t => {
  const served = new ServedPair()
  const now = new Date('2026-02-01T00:00:00Z')
  const told: string[] = []
  served.subscribe({
    changed: ({ fingerprint }) => told.push(`changed ${fingerprint}`),
    kept: problem => told.push(`kept: ${problem}`),
    missing: problem => told.push(`missing: ${problem}`),
    recovered: () => told.push('recovered'),
  })
  t.same(served.state(now), { ok: false, message: 'none yet' })
  served.offer({ kind: 'bad', problem: 'not written yet' }, now)
  served.offer({ kind: 'bad', problem: 'not written yet' }, now)
  t.same(served.state(now), { ok: false, message: 'none yet: not written yet' })
  t.notOk(served.isUsable(now))
  served.offer({ kind: 'pair', pair: winter }, now)
  t.match(served.state(now), { ok: true })
  t.ok(served.isUsable(now))
  t.notOk(served.isUsable(new Date('2026-05-01T00:00:00Z')), 'until it expires')
  served.offer({ kind: 'bad', problem: 'gone' }, now)
  t.same(told, ['missing: not written yet', 'recovered', `changed ${winter.fingerprint}`, 'kept: gone'])
})

t.test('without a pair even an expired one is better: clients can be told why', async t => {
  const served = new ServedPair()
  const now = new Date('2027-01-01T00:00:00Z')
  served.offer({ kind: 'pair', pair: winter }, now)
  t.match(served.state(now), { ok: false, message: /^expired on 2026-04-10/ })
})
