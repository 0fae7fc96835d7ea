import t from 'tap'
import { ApiFailure } from '../../src/cluster/api-failure.ts'
import { BackOff } from '../../src/cluster/back-off.ts'
import { ClusterNetworks } from '../../src/cluster/cluster-networks.ts'
import type { NetworksApi, WatchEvent } from '../../src/cluster/networks-api.ts'
import { scene, sriov, synced, until } from './followed-cluster.ts'

// How soon the catalogue is right again after an outage.

/** Waits of more than `patience` milliseconds last until somebody ends them; shorter ones take no time. */
function sleeper(patience: number) {
  const waits: number[] = []
  const sleep = async (milliseconds: number, signal: AbortSignal) => {
    waits.push(milliseconds)
    await new Promise(setImmediate)
    if (milliseconds <= patience || signal.aborted) return
    const { promise, resolve } = Promise.withResolvers<undefined>()
    signal.addEventListener('abort', () => { resolve(undefined) }) // prettier-ignore
    await promise
  }
  return { sleep, waits }
}

t.test('an answer to anybody ends the long wait for an API server that was away', async t => {
  const { sleep, waits } = sleeper(1_000)
  const s = await scene(t, { longest: 60_000, sleep })
  await synced(s)
  const { port } = s.server
  await s.server.stop()
  await until('a long wait', () => (waits.at(-1) ?? 0) > 1_000)
  s.server.store('afterwards', sriov)
  await s.server.start(port)
  t.equal(await s.networks.lookUp([{ namespace: 'demo', name: 'nobody' }], AbortSignal.timeout(5_000)), false)
  await until('it follows again', () => s.known().includes('afterwards'))
})

t.test('news of one namespace end the long wait of another', async t => {
  const { sleep, waits } = sleeper(1_000)
  const watches: ((event: WatchEvent) => void)[] = []
  let away = true
  const api: NetworksApi = {
    list: namespace =>
      namespace === 'infra' && away
        ? Promise.reject(new ApiFailure('socket closed'))
        : Promise.resolve({ networks: [], resourceVersion: '1' }),
    watch: (_namespace, _version, event, signal) => {
      watches.push(event)
      return new Promise(resolve => { signal.addEventListener('abort', () => { resolve() }) }) // prettier-ignore
    },
    get: () => Promise.resolve(undefined),
  }
  const retry = { first: 5, longest: 60_000, longestUnanswered: 60_000, sleep }
  const options = { api, namespaces: ['demo', 'infra'], staleAfter: 60, now: () => 0, changed: () => undefined, retry }
  const networks = new ClusterNetworks(options)
  t.teardown(() => networks.stop())
  networks.start()
  await until('a long wait', () => (waits.at(-1) ?? 0) > 1_000)
  away = false
  t.match(networks.condition(), { ok: false, message: /of namespace infra have not been read yet/ })
  watches[0]?.({ kind: 'bookmark', resourceVersion: '2' })
  await until('both are read', () => networks.condition().ok)
})

interface Failure {
  readonly answered: boolean
  /** Where the wait is longest, in units of the first. */
  readonly upTo: number
}
const silent = (upTo: number): Failure => ({ answered: false, upTo })
const refused = (upTo: number): Failure => ({ answered: true, upTo })
const sequences: readonly { readonly name: string; readonly failures: readonly Failure[] }[] = [
  { name: 'refusals', failures: [1, 2, 4, 8, 16, 32, 50, 50].map(refused) },
  { name: 'silence', failures: [1, 2, 4, 8, 10, 10].map(silent) },
  { name: 'refusals after a silence', failures: [silent(1), silent(2), silent(4), silent(8), refused(1), refused(2), refused(4)] },
  { name: 'silence after refusals', failures: [refused(1), refused(2), refused(4), refused(8), silent(10)] },
] // prettier-ignore
for (const { name, failures } of sequences) {
  t.test(`waits after ${name}`, async t => {
    const { sleep, waits } = sleeper(Infinity)
    const backOff = new BackOff({ first: 100, longest: 5_000, longestUnanswered: 1_000, sleep })
    for (const [i, { answered }] of failures.entries())
      await backOff.wait(i + 1, answered, new AbortController().signal)
    for (const [i, { upTo }] of failures.entries()) {
      const wait = (waits[i] ?? 0) / 100
      t.ok(wait >= upTo / 2 && wait <= upTo, `the wait after failure ${i + 1}: ${wait}, up to ${upTo}`)
    }
  })
}

t.test('after a success it begins anew', async t => {
  const { sleep, waits } = sleeper(Infinity)
  const backOff = new BackOff({ first: 100, longest: 5_000, longestUnanswered: 1_000, sleep })
  for (const failures of [1, 2, 3, 4, 1]) await backOff.wait(failures, true, new AbortController().signal)
  t.ok((waits.at(-1) ?? 0) <= 100)
})

const cuts = [
  { name: 'a long wait without an answer', failures: 4, answered: false, cut: true },
  { name: 'a short one: to cut it would be a way to ask in a loop', failures: 2, answered: false, cut: false },
  { name: 'one after refusals: they are not over', failures: 4, answered: true, cut: false },
]
for (const { name, failures, answered, cut } of cuts) {
  t.test(`${cut ? 'cut short' : 'not cut short'}: ${name}`, async t => {
    const { sleep } = sleeper(0)
    const backOff = new BackOff({ first: 100, longest: 5_000, longestUnanswered: 5_000, sleep })
    for (let i = 1; i < failures; i++) await backOff.wait(i, answered, AbortSignal.abort())
    const stopped = new AbortController()
    let over = false
    const wait = backOff.wait(failures, answered, stopped.signal).then(() => { over = true }) // prettier-ignore
    backOff.cut()
    for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate)
    t.equal(over, cut)
    stopped.abort()
    await wait
    t.ok(over, 'who stops does not wait')
  })
}
