import { X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { readBundle } from '../../src/certs/bundle.ts'
import type { CertificateSource } from '../../src/certs/certificate-source.ts'
import { keepCertificates } from '../../src/certs/keep-certificates.ts'
import type { PairReading } from '../../src/certs/pair.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { ApiFailure } from '../../src/cluster/api-failure.ts'
import { ManualClock } from './manual-clock.ts'
import { Replicas } from './replicas.ts'

const start = new Date('2026-01-01T00:00:00Z')
const day = 24 * 60 * 60 * 1000
const later = (days: number) => new Date(start.getTime() + days * day)

t.test('over six years, week by week, there is no moment in which the API server distrusts a replica', async t => {
  const replicas = new Replicas(2, start)
  const served = new Set<string>()
  let [distrusted, authorities] = [0, 0]
  for (let step = 0; step < 313; step++) {
    replicas.now = later(step * 7)
    for (const at of [0, 1]) {
      const [before, first] = [replicas.bundle, step === 0]
      const one = replicas.all[(at + step) % 2]
      await one?.keeper.look()
      for (const each of replicas.all.filter(each => !first || each === one)) {
        // An API server that has not heard of the last writing yet must trust us as well.
        for (const bundle of first ? [replicas.bundle] : [before, replicas.bundle]) {
          if (!replicas.isTrusted(each, bundle)) distrusted++
        }
        served.add(each.served.pair.fingerprint)
      }
    }
    authorities = Math.max(authorities, readBundle(replicas.bundle).certificates.length)
  }
  t.equal(distrusted, 0)
  t.equal(authorities, 2, 'old and new stood there together')
  t.ok(served.size >= 35, `${served.size} certificates were served`)
  t.equal(replicas.secrets.writes <= served.size + 3, true, `${replicas.secrets.writes} writes by two replicas`)
})

t.test('a certificate whose authority the API server does not know yet is held back', async t => {
  const replicas = new Replicas(2, start)
  const [one, two] = replicas.all
  if (!one || !two) return
  await one.keeper.look()
  await two.keeper.look()
  const first = two.served.pair.fingerprint
  t.equal(one.served.pair.fingerprint, first)

  // Somebody takes everything away, and a replica that remembers nothing begins anew.
  replicas.secrets.set({})
  const third = replicas.replica()
  await third.keeper.look()
  t.not(third.served.pair.fingerprint, first, 'it serves at once: it had nothing to lose')
  for (const each of [...replicas.all, third]) t.ok(replicas.isTrusted(each, replicas.bundle))

  replicas.configurations.set('pods', readBundle(replicas.bundle).certificates.at(-1)?.toString() ?? '', '')
  await one.keeper.look()
  t.equal(one.served.pair.fingerprint, first, 'the new authority was only just written')
  await one.keeper.look()
  t.equal(one.served.pair.fingerprint, third.served.pair.fingerprint)
})

t.test('where caBundle cannot be written, the old certificate is served to its end', async t => {
  const replicas = new Replicas(1, start)
  const [one] = replicas.all
  if (!one) return
  await one.keeper.look()
  const first = one.served.pair
  replicas.configurations.failure = new ApiFailure('forbidden', 403)
  replicas.now = later(61)
  await one.keeper.look()
  t.equal(one.served.pair, first)
  replicas.now = later(91)
  await one.keeper.look()
  t.not(one.served.pair.fingerprint, first.fingerprint, 'nothing is lost by a new one then')
})

t.test('started without the API server: nothing to serve, and it comes by itself', async t => {
  const replicas = new Replicas(1, start)
  const [one] = replicas.all
  if (!one) return
  replicas.secrets.failure = { on: 'get', with: new ApiFailure('connect ECONNREFUSED') }
  await one.keeper.look()
  t.same(one.served.state(start), { ok: false, message: 'none yet: Secret net/pair: connect ECONNREFUSED' })
  t.notOk(one.served.isUsable(start))
  replicas.secrets.failure = undefined
  await one.keeper.look()
  t.match(one.served.state(start), { ok: true })
})

function slowSource() {
  const authority = makeAuthority(start)
  let [looks, release] = [0, Promise.withResolvers<undefined>()]
  const source: CertificateSource = {
    async look() {
      looks++
      await release.promise
      const pair: PairReading = { kind: 'pair', pair: await (await authority).issue(['localhost'], start) }
      return { pair, trusted: [] }
    },
  }
  const finish = () => {
    const { resolve } = release
    release = Promise.withResolvers()
    resolve(undefined)
  }
  return { source, finish, looks: () => looks }
}

t.test('one look at a time; one that was asked for meanwhile follows', async t => {
  const { source, finish, looks } = slowSource()
  const clock = new ManualClock('2026-01-01T00:00:00Z')
  const served = new ServedPair()
  const changed = new Promise(resolve => {
    served.subscribe({ changed: resolve, kept: problem => t.fail(problem) })
  })
  const keeper = keepCertificates({ source, trust: undefined, served, clock })
  const look = keeper.look()
  clock.tick()
  clock.tick()
  t.equal(looks(), 1)
  finish()
  await changed
  await new Promise(setImmediate)
  t.equal(looks(), 2, 'for both ticks')
  finish()
  await look
  clock.tick()
  t.equal(looks(), 3)
  const stopped = keeper.stop()
  t.equal(clock.waiting, 0, 'no timer is left')
  finish()
  await stopped
})

t.test('a client that does not trust what is served: looked at once, and not more than once a second', async t => {
  const replicas = new Replicas(1, start)
  const [one] = replicas.all
  if (!one) return
  await one.keeper.look()
  const empty = () => {
    replicas.configurations.set('pods', '', '')
  }
  const distrustedAt = async (ms: number) => {
    replicas.now = new Date(start.getTime() + ms)
    one.served.distrust()
    // A look that is under way, if there is one.
    await one.keeper.stop()
    return replicas.bundle !== ''
  }
  empty()
  t.equal(await distrustedAt(0), true)
  empty()
  t.equal(await distrustedAt(999), false)
  t.equal(await distrustedAt(1_000), true)
  empty()
  t.equal(await distrustedAt(-3_600_000), true, 'a clock that was set back')
})

t.test('the metrics are told when the last of what clients trust ends', async t => {
  const { source, finish } = slowSource()
  const [soon, late] = [await makeAuthority(start), await makeAuthority(new Date(start.getTime() + 86_400_000))]
  const trusted = [late, soon].map(({ cert }) => new X509Certificate(cert))
  const looking: CertificateSource = { look: async now => ({ ...(await source.look(now)), trusted }) }
  const clock = new ManualClock('2026-01-01T00:00:00Z')
  const keeper = keepCertificates({ source: looking, trust: undefined, served: new ServedPair(), clock })
  t.equal(keeper.authorityNotAfter(), undefined, 'not known yet')
  const look = keeper.look()
  finish()
  await look
  t.same(keeper.authorityNotAfter(), late.notAfter)
  await keeper.stop()
})
