import t from 'tap'
import type { ClusterNetworks } from '../../src/cluster/cluster-networks.ts'
import { LiveLookUp } from '../../src/cluster/live-look-up.ts'
import type { NetworksApi } from '../../src/cluster/networks-api.ts'
import { scene, sriov, synced, until } from './followed-cluster.ts'

t.test('an unknown name is looked up live', async t => {
  const s = await scene(t)
  await synced(s)
  const key = { namespace: 'demo', name: 'late' }
  const signal = AbortSignal.timeout(5_000)

  t.strictSame(await Promise.all([1, 2, 3, 4].map(() => s.networks.lookUp([key], signal))), [
    false,
    false,
    false,
    false,
  ])
  t.equal(s.server.calls.get, 1, 'four requests, one question')
  s.server.store('late', sriov)
  t.equal(await s.networks.lookUp([key], signal), false, 'that it is not there is remembered')
  t.equal(s.server.calls.get, 1)
  s.clock.now += 1_001
  t.equal(await s.networks.lookUp([key], signal), true, 'for a second')
  t.ok(s.networks.catalogue.get('demo', 'late'), 'and it is known, although no watch told')
  s.clock.now += 5_001
  t.notOk(s.networks.catalogue.get('demo', 'late'), 'for a moment: the watch must tell')
})

t.test('a look-up that cannot be answered is no answer', async t => {
  const s = await scene(t)
  await synced(s)
  s.server.fail({ on: 'get', status: 500 }, { on: 'get', hang: true })
  const look = (milliseconds: number) =>
    s.networks.lookUp([{ namespace: 'demo', name: 'x' }], AbortSignal.timeout(milliseconds))
  await t.rejects(look(5_000), { name: 'ApiFailure', status: 500 })
  await t.rejects(look(50), { name: 'TimeoutError' })
})

const one = { namespace: 'demo', name: 'one' }
const ask = (networks: ClusterNetworks, ...keys: { namespace: string; name: string }[]) =>
  networks.lookUp(keys, AbortSignal.timeout(5_000))

t.test('what was found live is gone as soon as the watch tells that it was deleted', async t => {
  const s = await scene(t)
  await synced(s)
  s.server.store('one', sriov)
  await ask(s.networks, one)
  t.ok(s.networks.catalogue.get('demo', 'one'))
  s.server.remove('one')
  await until('it is not lent any more', () => s.networks.catalogue.get('demo', 'one') === undefined)
})

t.test('the late news of an earlier deletion do not hide what was found live', async t => {
  const s = await scene(t)
  await synced(s)
  s.server.set('one', sriov)
  await until('it is known', () => s.known().includes('one'))
  const tell = s.server.removeLate('one')
  s.server.store('one', sriov)
  const found = await s.networks.lookUp([one], AbortSignal.timeout(5_000))
  tell()
  await until('the deletion is told', () => !s.known().includes('one'))
  t.ok(found)
  t.ok(s.networks.catalogue.get('demo', 'one'), 'the one made since then')
})

const refusals = [
  { status: 401, message: 'x', told: /^the API server does not know this service account's token: / },
  { status: 403, message: 'sam cannot get resource', told: /^RBAC .*: sam cannot get resource\. Allow get, list and watch/ },
  { status: 503, message: 'etcd is away', told: /^the API server answered 503: etcd is away$/ },
] // prettier-ignore
for (const { status, message, told } of refusals) {
  t.test(`a question that is refused with ${status} says why, and what can be done`, async t => {
    const s = await scene(t)
    await synced(s)
    s.server.fail({ on: 'get', status, message })
    await t.rejects(ask(s.networks, one), { name: 'ApiFailure', status, message: told })
  })
}

/** An API server whose answers wait until they are let go. */
function waiting() {
  const pending: (() => void)[] = []
  let [asked, most] = [0, 0]
  const api: NetworksApi = {
    list: () => Promise.reject(new Error('not asked for')),
    watch: () => Promise.reject(new Error('not asked for')),
    get: async () => {
      asked++
      const { promise, resolve } = Promise.withResolvers<undefined>()
      most = Math.max(most, pending.push(() => { resolve(undefined) })) // prettier-ignore
      return promise
    },
  }
  const live = new LiveLookUp({ api, now: () => 0, remember: { missing: 1, found: 1 }, heard: () => undefined })
  const answerAll = async () => {
    while (pending.length > 0) {
      pending.shift()?.()
      await new Promise(setImmediate)
    }
  }
  return { live, answerAll, counts: () => ({ asked, most }) }
}

t.test('many names are asked for a few at a time', async t => {
  const { live, answerAll, counts } = waiting()
  const keys = Array.from({ length: 30 }, (_, i) => ({ namespace: 'demo', name: `n${i}` }))
  const answer = live.lookUp(keys, AbortSignal.timeout(5_000))
  await answerAll()
  t.equal(await answer, false)
  t.strictSame(counts(), { asked: 30, most: 4 })
})

t.test('who does not wait any more asks nothing further', async t => {
  const { live, answerAll, counts } = waiting()
  const keys = Array.from({ length: 30 }, (_, i) => ({ namespace: 'demo', name: `n${i}` }))
  const enough = new AbortController()
  const answer = live.lookUp(keys, enough.signal)
  enough.abort(new Error('enough'))
  await t.rejects(answer, { message: 'enough' })
  await answerAll()
  t.equal(counts().asked, 4)
})
