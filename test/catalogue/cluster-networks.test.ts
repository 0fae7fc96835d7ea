import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { ClusterNetworks } from '../../src/cluster/cluster-networks.ts'
import type { FollowState } from '../../src/cluster/follow-networks.ts'
import { KubeConnection } from '../../src/cluster/kube/connection.ts'
import { kubeNetworks } from '../../src/cluster/kube/networks.ts'
import { FakeApiServer, type Fault } from './fake-api-server.ts'

const sriov = '{"cniVersion":"1.0.0","type":"sriov"}'
const macvlan = '{"cniVersion":"1.0.0","type":"macvlan"}'

interface Scene {
  readonly server: FakeApiServer
  readonly networks: ClusterNetworks
  readonly states: FollowState[]
  readonly clock: { now: number }
  readonly known: () => readonly string[]
}

async function scene(
  t: Test,
  options: { namespaces?: readonly string[]; before?: (s: FakeApiServer) => void } = {},
): Promise<Scene> {
  const server = new FakeApiServer()
  server.token = 'first'
  server.set('sriovnet1', sriov)
  server.set('sriovnet2', sriov)
  options.before?.(server)
  const url = await server.start()
  const folder = t.testdir({ token: 'first' })
  const kubeconfig = join(folder, 'kubeconfig')
  writeFileSync(kubeconfig, kubeconfigOf(url, join(folder, 'token')))
  const states: FollowState[] = []
  const clock = { now: 0 }
  const networks = new ClusterNetworks({
    api: kubeNetworks({
      connection: new KubeConnection({ kubeconfig, requestTimeout: 300 }),
      watchSeconds: 20,
      pageSize: 500,
    }),
    namespaces: options.namespaces ?? [],
    staleAfter: 60,
    now: () => clock.now,
    retry: { first: 5, longest: 40 },
    changed: state => states.push(state),
  })
  t.teardown(async () => {
    await networks.stop()
    await server.stop()
  })
  networks.start()
  const known = () => networks.catalogue.list('demo').map(n => n.reference.name).toSorted() // prettier-ignore
  return { server, networks, states, clock, known }
}

function kubeconfigOf(server: string, tokenFile: string): string {
  return JSON.stringify({
    clusters: [{ name: 'fake', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'me', user: { 'auth-provider': { name: 'tokenFile', config: { tokenFile } } } }],
    contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'me' } }],
    'current-context': 'fake',
  })
}

/** Waits for what the other side does in its own time; fails with the name of what never came. */
async function until(what: string, holds: () => boolean, milliseconds = 8_000): Promise<void> {
  const end = Date.now() + milliseconds
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never came: ${what}`)
    await delay(5)
  }
}

async function synced({ networks, server }: Scene): Promise<void> {
  await until('a complete list and a watch', () => networks.condition().ok && server.openWatches > 0)
}

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
    const s = await scene(t, { before: server => { server.fail(fault) } }) // prettier-ignore
    t.equal(s.networks.condition().ok, false)
    await until('a state that says why', () => s.states.some(state => message.test(state.trouble ?? '')))
    await synced(s)
    t.equal(s.states.at(-1)?.trouble, undefined, 'and that it is over')
  })
}

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

t.test('only the namespaces that it is restricted to', async t => {
  const s = await scene(t, { namespaces: ['demo', 'infra'], before: server => { server.set('a', macvlan, 'infra'); server.set('b', macvlan, 'other') } }) // prettier-ignore
  await until('both are read', () => s.networks.condition().ok)
  t.ok(s.networks.catalogue.get('infra', 'a'))
  t.notOk(s.networks.catalogue.get('other', 'b'))
  t.equal(await s.networks.lookUp([{ namespace: 'other', name: 'b' }], AbortSignal.timeout(1_000)), false)
  t.equal(s.server.calls.get, 0, 'it does not ask for what it may not see')
})

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
  s.server.store('late', macvlan)
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
