import { X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { WebhookTrust, type TrustNews } from '../../src/certs/webhook-trust.ts'
import { ApiFailure } from '../../src/cluster/api-failure.ts'
import { FakeWebhookConfigurations } from './fake-webhook-configurations.ts'

const start = new Date('2026-11-25T12:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
const [one, other] = [await makeAuthority(start), await makeAuthority(start)]
const wanted = [new X509Certificate(one.cert)]
const mutating = { kind: 'mutating', name: 'pods' } as const
const validating = { kind: 'validating', name: 'networks' } as const

function scene() {
  const api = new FakeWebhookConfigurations()
  const told: TrustNews[] = []
  const trust = new WebhookTrust({ api, configurations: [mutating, validating], tell: news => told.push(news) })
  api.set('pods', '', '')
  api.set('networks', one.cert)
  return { api, told, trust, keep: (now = start, authorities = wanted) => trust.keep(authorities, now) }
}

t.test('every webhook of every configuration', async t => {
  const { api, told, trust, keep } = scene()
  t.match(trust.condition(), { ok: false, message: /^MutatingWebhookConfiguration pods has not been looked at yet/ })
  await keep()
  t.same(api.bundlesOf('pods'), [one.cert, one.cert])
  t.equal(api.writes, 1, 'the one that was right is not written')
  t.same(told, [{ kind: 'repaired', configuration: 'MutatingWebhookConfiguration pods', why: ['it was empty'] }])
  t.same(trust.condition(), {
    ok: true,
    message: 'caBundle is in place in MutatingWebhookConfiguration pods, ValidatingWebhookConfiguration networks',
  })
  t.notOk(trust.settled, 'what was only just written need not be everywhere yet')
  await keep()
  t.ok(trust.settled)
  t.equal(api.writes, 1)
  t.equal(told.length, 1)
})

t.test('emptied by somebody', async t => {
  const { api, told, trust, keep } = scene()
  await keep()
  api.set('networks', '')
  await keep()
  t.same(api.bundlesOf('networks'), [one.cert])
  t.match(told.at(-1), { kind: 'repaired', configuration: 'ValidatingWebhookConfiguration networks' })
  t.notOk(trust.settled)
})

const troubles = [
  {
    name: 'deleted, which is no reason to serve nobody through the other one',
    act: (api: FakeWebhookConfigurations) => api.all.delete('pods'),
    problem: 'it does not exist',
    right: 'caBundle is in place in ValidatingWebhookConfiguration networks; ',
  },
  {
    name: 'without webhooks',
    act: (api: FakeWebhookConfigurations) => api.all.set('pods', []),
    problem: 'it has no webhooks',
  },
]
for (const { name, act, problem, right } of troubles) {
  t.test(`${name}: told once, and again when it is over`, async t => {
    const { api, told, trust, keep } = scene()
    await keep()
    told.length = 0
    act(api)
    await keep()
    await keep()
    const configuration = 'MutatingWebhookConfiguration pods'
    t.same(told, [{ kind: 'trouble', configuration, problem }])
    t.same(trust.condition(), { ok: right !== undefined, message: `${right ?? ''}${configuration}: ${problem}` })
    t.equal(trust.settled, right !== undefined)
    api.set('pods', one.cert)
    await keep()
    t.same(told.slice(1), [{ kind: 'recovered', configuration }])
    t.ok(trust.settled)
  })
}

t.test('RBAC missing, or the API server gone: in its words, for each', async t => {
  const { api, told, trust, keep } = scene()
  api.failure = new ApiFailure('mutatingwebhookconfigurations "pods" is forbidden', 403)
  await keep()
  await keep()
  t.same(
    told.map(({ kind }) => kind),
    ['trouble', 'trouble'],
  )
  t.match(trust.condition(), { ok: false, message: /pods" is forbidden; ValidatingWebhookConfiguration networks: / })
})

t.test('right when it was last seen, and now it cannot be looked at: told, and no reason to serve nobody', async t => {
  const { api, told, trust, keep } = scene()
  await keep()
  told.length = 0
  api.failure = new ApiFailure('connect ECONNREFUSED')
  await keep()
  await keep()
  t.same(
    told.map(({ kind }) => kind),
    ['trouble', 'trouble'],
  )
  t.match(trust.condition(), { ok: true, message: /^caBundle is in place .+; Mutating.+: connect ECONNREFUSED; / })
  t.notOk(trust.settled, 'but no reason to serve something new')
  api.failure = undefined
  await keep()
  t.same(
    told.slice(2).map(({ kind }) => kind),
    ['recovered', 'recovered'],
  )
  t.notMatch(trust.condition().message, /ECONNREFUSED/)
})

t.test('wrong, and it cannot be written', async t => {
  const { api, trust, keep } = scene()
  await keep()
  api.set('pods', '')
  api.unwritable = new ApiFailure('cannot patch resource', 403)
  await keep()
  t.same(trust.condition(), {
    ok: false,
    message: 'MutatingWebhookConfiguration pods: cannot patch resource',
  })
})

t.test('before it is known what must be trusted, nothing is written', async t => {
  const { api, trust, keep } = scene()
  await keep(start, [])
  t.equal(api.writes, 0)
  t.match(trust.condition(), { ok: false, message: /what its caBundle must hold is not known yet/ })
})

t.test('one that this replica does not want stays for ten minutes: another one may serve under it', async t => {
  const { api, keep } = scene()
  api.set('networks', other.cert)
  await keep()
  t.same(api.bundlesOf('networks'), [one.cert + other.cert])
  await keep(minutes(9))
  t.same(api.bundlesOf('networks'), [one.cert + other.cert])
  await keep(minutes(10))
  t.same(api.bundlesOf('networks'), [one.cert])
})

t.test('ten minutes begin anew when it has been gone in between', async t => {
  const { api, keep } = scene()
  api.set('networks', one.cert + other.cert)
  await keep()
  api.set('networks', one.cert)
  await keep(minutes(5))
  api.set('networks', one.cert + other.cert)
  await keep(minutes(11))
  t.same(api.bundlesOf('networks'), [one.cert + other.cert])
})

t.test('two replicas that do not agree yet do not take away what the other one needs', async t => {
  const api = new FakeWebhookConfigurations()
  api.set('pods', '')
  const replica = () => new WebhookTrust({ api, configurations: [mutating], tell: () => undefined })
  const [first, second] = [replica(), replica()]
  for (const minute of [0, 1, 2]) {
    await first.keep([new X509Certificate(one.cert)], minutes(minute))
    await second.keep([new X509Certificate(other.cert)], minutes(minute))
  }
  t.same(api.bundlesOf('pods'), [other.cert + one.cert])
  t.equal(api.writes, 2, 'and do not write for ever')
})
