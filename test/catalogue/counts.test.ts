import t from 'tap'
import { scene, sriov, synced, until } from './followed-cluster.ts'

t.test('what the metrics tell of the catalogue', async t => {
  const s = await scene(t)
  await synced(s)
  await until('a watch', () => s.networks.counts().watches === 1)
  t.strictSame(s.networks.counts(), {
    known: 2,
    age: 0,
    lists: 1,
    watches: 1,
    lookUps: { found: 0, missing: 0, failed: 0 },
  })
  const look = (name: string) => s.networks.lookUp([{ namespace: 'demo', name }], AbortSignal.timeout(5_000))
  s.server.store('late', sriov)
  await look('late')
  await look('nobody')
  s.server.fail({ on: 'get', status: 500 })
  await t.rejects(look('unlucky'))
  s.clock.now += 7_000
  t.match(s.networks.counts(), { age: 7, lookUps: { found: 1, missing: 1, failed: 1 } })
})

t.test('before the API server said anything there is no age', async t => {
  const s = await scene(t, {
    before: server => {
      server.fail({ on: 'list', hang: true })
    },
  })
  await until('a list', () => s.networks.counts().lists === 1)
  t.match(s.networks.counts(), { known: 0, age: undefined, watches: 0 })
})
