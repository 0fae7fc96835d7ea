import { X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { selfMadePair } from '../../src/certs/self-made.ts'
import { ManualClock } from './manual-clock.ts'

t.test('local names are always in it, further ones beside them', async t => {
  const { served, authority, stop } = await selfMadePair(
    ['hook.example', 'localhost'],
    new ManualClock('2026-11-25T00:00:00Z'),
  )
  stop()
  const leaf = new X509Certificate(served.pair.cert)
  t.ok(leaf.verify(new X509Certificate(authority).publicKey))
  for (const host of ['localhost', 'hook.example']) t.equal(leaf.checkHost(host), host)
  for (const ip of ['127.0.0.1', '::1']) t.equal(leaf.checkIP(ip), ip)
})

t.test('it is renewed at two thirds of its life, by the same authority', async t => {
  const clock = new ManualClock('2026-01-01T00:00:00Z')
  const { served, authority, stop } = await selfMadePair([], clock)
  t.teardown(stop)
  const first = served.pair
  const changed = new Promise(resolve => {
    served.subscribe({ changed: resolve, kept: problem => t.fail(problem) })
  })

  clock.moveTo('2026-02-28T00:00:00Z')
  t.equal(served.pair, first, 'not yet')

  clock.moveTo('2026-03-02T16:00:00Z')
  await changed
  t.not(served.pair.fingerprint, first.fingerprint)
  t.same(served.pair.notAfter, new Date('2026-05-31T16:00:00Z'))
  t.ok(
    new X509Certificate(served.pair.cert).verify(new X509Certificate(authority).publicKey),
    'clients need nothing new',
  )
})

t.test('a renewal that fails is told, and the old one stays', async t => {
  const clock = new ManualClock('2026-01-01T00:00:00Z')
  const { served, stop } = await selfMadePair([], clock, async now => {
    const authority = await makeAuthority(now)
    return {
      ...authority,
      issue: (names, issued) =>
        issued > now ? Promise.reject(new Error('no entropy')) : authority.issue(names, issued),
    }
  })
  t.teardown(stop)
  const first = served.pair
  const kept = new Promise<string>(resolve => {
    served.subscribe({ changed: () => t.fail('there can be no pair'), kept: resolve })
  })
  clock.moveTo('2026-03-10T00:00:00Z')
  t.equal(await kept, 'renewal failed: no entropy')
  t.equal(served.pair, first)
})

t.test('when the authority itself has ended, the state says so', async t => {
  const clock = new ManualClock('2026-01-01T00:00:00Z')
  const { served, stop } = await selfMadePair([], clock)
  t.teardown(stop)
  const changed = new Promise(resolve => {
    served.subscribe({ changed: resolve, kept: problem => t.fail(problem) })
  })
  clock.moveTo('2031-01-05T00:00:00Z')
  await changed
  t.match(served.state(clock.now()), { ok: false, message: /^expired on 2030-12-31/ })
})

t.test('stopping leaves no timer', async t => {
  const clock = new ManualClock('2026-01-01T00:00:00Z')
  const { stop } = await selfMadePair([], clock)
  t.equal(clock.waiting, 1)
  stop()
  t.equal(clock.waiting, 0)
})
