import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { catalogueContract } from '../catalogue-contract.ts'
import type { FakeApiServer, Fault } from './fake-api-server.ts'
import { scene, sriov, synced, until, withTwoNetworks } from './followed-cluster.ts'

const macvlan = '{"cniVersion":"1.0.0","type":"macvlan"}'

t.test('what every catalogue promises', t => {
  catalogueContract(t, async (definitions, t) => {
    const s = await scene(t, { before: server => { for (const definition of definitions) server.add(definition) } }) // prettier-ignore
    await synced(s)
    return s.networks.catalogue
  })
  t.end()
})

t.test('it lists, and follows what is created, changed and deleted', async t => {
  const s = await scene(t)
  await synced(s)
  t.strictSame(s.known(), ['sriovnet1', 'sriovnet2'])
  s.server.set('oam', macvlan)
  await until('the new one', () => s.known().includes('oam'))
  s.server.set('oam', sriov)
  await until('its new config', () => {
    const oam = s.networks.catalogue.get('demo', 'oam')
    return oam?.kind === 'link' && oam.type === 'sriov'
  })
  s.server.remove('sriovnet2')
  await until('it is gone', () => !s.known().includes('sriovnet2'))
  t.equal(s.server.calls.list, 1, 'one list was enough')
})

t.test('one version is read once', async t => {
  const s = await scene(t)
  await synced(s)
  const before = s.networks.catalogue.get('demo', 'sriovnet1')
  s.server.endWatchesWith(410)
  await until('a second list', () => s.server.calls.list === 2)
  await synced(s)
  t.equal(s.networks.catalogue.get('demo', 'sriovnet1'), before, 'the same view after a new list')
})

t.test('two thousand networks over several pages', async t => {
  const s = await scene(t, {
    before: server => {
      withTwoNetworks(server)
      for (let i = 0; i < 2000; i++) server.store(`n${i}`, macvlan, `ns${i % 7}`)
    },
  })
  await synced(s)
  t.match(s.networks.condition().message, /^2002 network attachment definitions/)
  t.strictSame(s.server.pages, [500, 500, 500, 500, 2])
})

t.test('names that differ in case only are two networks', async t => {
  const s = await scene(t, {
    before: server => {
      withTwoNetworks(server)
      server.set('SRIOVNET1', macvlan)
    },
  })
  await synced(s)
  t.not(s.networks.catalogue.get('demo', 'SRIOVNET1'), s.networks.catalogue.get('demo', 'sriovnet1'))
})

t.test('a network of 900 KB', async t => {
  const s = await scene(t)
  await synced(s)
  s.server.set('large', `{"cniVersion":"1.0.0","type":"macvlan","x":"${'y'.repeat(900_000)}"}`)
  await until('it is known', () => s.known().includes('large'))
})

t.test('a thousand changes', async t => {
  const s = await scene(t)
  await synced(s)
  for (let i = 0; i < 1000; i++) s.server.set(`n${i % 50}`, i < 950 ? sriov : macvlan)
  await until('the last of them', () => {
    const last = s.networks.catalogue.get('demo', 'n49')
    return last?.kind === 'link' && last.type === 'macvlan'
  })
  t.equal(s.known().length, 52)
})

const faultsOfWatches: readonly [string, (server: FakeApiServer) => void][] = [
  ['a connection cut off in the middle of a watch', server => { server.resetWatches() }],
  ['410 inside the stream', server => { server.endWatchesWith(410) }],
  ['410 as the answer', server => { server.fail({ on: 'watch', status: 410 }); server.resetWatches() }],
  ['410 inside the stream, again and again', server => { server.fail({ on: 'stream', status: 410 }, { on: 'stream', status: 410 }); server.endWatchesWith(410) }],
  ['500 inside the stream', server => { server.endWatchesWith(500) }],
  ['503 as the answer, three times', server => { server.fail(...[1, 2, 3].map(() => ({ on: 'watch', status: 503 }) as const)); server.resetWatches() }],
  ['500 as the answer, twice', server => { server.fail({ on: 'watch', status: 500 }, { on: 'watch', status: 500 }); server.resetWatches() }],
  ['503 on the list after a 410, twice', server => { server.fail({ on: 'list', status: 503 }, { on: 'list', status: 503 }); server.endWatchesWith(410) }],
  ['429 as the answer', server => { server.fail({ on: 'watch', status: 429 }); server.resetWatches() }],
  ['connections refused with a reset, three times', server => { server.fail(...[1, 2, 3].map(() => ({ on: 'watch', reset: true }) as const)); server.resetWatches() }],
  ['a list that hangs after a 410', server => { server.fail({ on: 'list', hang: true }); server.endWatchesWith(410) }],
  ['lists that fail with 500 and a reset after a 410', server => { server.fail({ on: 'list', status: 500 }, { on: 'list', reset: true }); server.endWatchesWith(410) }],
] // prettier-ignore

for (const [name, fault] of faultsOfWatches) {
  t.test(`it heals by itself: ${name}`, async t => {
    const s = await scene(t)
    await synced(s)
    fault(s.server)
    s.server.store('afterwards', macvlan)
    s.server.remove('sriovnet1')
    await until('it knows what happened meanwhile', () => s.server.faultsLeft === 0 && s.known().includes('afterwards'))
    await synced(s)
    t.equal(s.networks.condition().ok, true)
  })
}

const explained: readonly [string, Fault, RegExp][] = [
  ['RBAC missing', { on: 'list', status: 403, message: 'cannot list resource' }, /RBAC does not allow it: cannot list resource/],
  ['custom resource definition absent', { on: 'list', status: 404 }, /custom resource definition .* is not installed/],
  ['API server broken', { on: 'list', status: 500 }, /answered 500/],
  ['API server unreachable', { on: 'list', reset: true }, /cannot be reached/],
  ['a list that hangs', { on: 'list', hang: true }, /cannot be reached: .*timeout/],
] // prettier-ignore

for (const [name, fault, message] of explained) {
  t.test(`a start that fails is explained, and goes on: ${name}`, async t => {
    const s = await scene(t, { before: server => { withTwoNetworks(server); server.fail(fault) } }) // prettier-ignore
    t.equal(s.networks.condition().ok, false)
    await until('a state that says why', () => s.states.some(state => message.test(state.trouble ?? '')))
    await synced(s)
    t.equal(s.states.at(-1)?.trouble, undefined, 'and that it is over')
  })
}

t.test('a watch that is refused is explained in the words of the API server', async t => {
  const s = await scene(t)
  await synced(s)
  const refused = { on: 'watch', status: 403, message: 'sam cannot watch resource' } as const
  // Two attempts, since a single broken watch is no trouble yet; each asks a second time for the words.
  s.server.fail(refused, refused, refused, refused)
  s.server.resetWatches()
  await until('a state that says why', () => s.states.some(({ trouble }) => /RBAC .*: sam cannot watch resource\. Allow get/.test(trouble ?? ''))) // prettier-ignore
  await synced(s)
  await until('that it is over', () => s.states.at(-1)?.trouble === undefined)
})

t.test('a definition that is deleted takes its networks with it', async t => {
  const s = await scene(t)
  await synced(s)
  s.server.fail({ on: 'watch', status: 404 }, { on: 'list', status: 404 })
  s.server.resetWatches()
  await until('nothing is known', () => s.known().length === 0)
  await until('and all again when it is back', () => s.known().length === 2)
})

t.test('a rotated token is read at once', async t => {
  const s = await scene(t)
  await synced(s)
  s.server.token = 'second'
  writeFileSync(join(t.testdirName, 'token'), 'second')
  s.server.resetWatches()
  s.server.store('afterwards', macvlan)
  await until('it is in again', () => s.known().includes('afterwards'), 3_000)
})

t.test('an API server that is gone and comes back at its old place', async t => {
  const s = await scene(t)
  await synced(s)
  const port = s.server.port
  await s.server.stop()
  await until('trouble', () => /cannot be reached/.test(s.states.at(-1)?.trouble ?? ''))
  s.clock.now += 59_000
  t.equal(s.networks.condition().ok, true, 'what is known is not old yet')
  s.clock.now += 2_000
  t.match(s.networks.condition(), { ok: false, message: /for 61 s .*cannot be reached/ })
  s.server.store('afterwards', macvlan)
  await s.server.start(port)
  await until('it is read again', () => s.known().includes('afterwards'))
  await synced(s)
})

t.test('knowledge without contact grows old, and says so', async t => {
  const s = await scene(t)
  await synced(s)
  s.clock.now += 61_000
  t.strictSame(s.networks.condition(), {
    ok: false,
    message: 'nothing was heard about the networks for 61 s (limit 60 s)',
  })
  s.server.set('x', macvlan)
  await until('it is fresh again', () => s.networks.condition().ok)
})
