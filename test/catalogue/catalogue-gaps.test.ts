import t from 'tap'
import { verdictAfterLookUp } from '../../src/admission/look-up.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { readPod } from '../../src/bonding/pod.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { openshift, podOf, type Scene as PodScene } from '../bonding/scene.ts'
import type { FakeApiServer, Fault } from './fake-api-server.ts'
import { type Scene, scene, sriov, synced, until, withTwoNetworks } from './followed-cluster.ts'

const macvlan = '{"cniVersion":"1.0.0","type":"macvlan"}'
const plan = createPlanner(defaultPolicy)

async function verdict({ networks }: Scene, pod: PodScene) {
  const read = readPod(podOf(pod), 'demo')
  if (!read) throw new Error('no pod')
  return verdictAfterLookUp(known => plan(read, known), networks.catalogue, networks, 5_000)
}

/** After a first failure it does not try again. */
const untilStopped = (_milliseconds: number, signal: AbortSignal) =>
  new Promise<void>(resolve => { signal.addEventListener('abort', () => { resolve() }) }) // prettier-ignore

const withExample = (server: FakeApiServer) => {
  for (const definition of openshift) server.add(definition)
}
const unlisted: readonly { readonly name: string; readonly fault: Fault; readonly why: RegExp }[] = [
  { name: 'RBAC forbids it', fault: { on: 'list', status: 403, message: 'sam cannot list resource' }, why: /RBAC does not allow it: sam cannot list resource/ },
  { name: 'the API server is broken', fault: { on: 'list', status: 500 }, why: /answered 500/ },
  { name: 'the list hangs', fault: { on: 'list', hang: true }, why: /cannot be reached/ },
] // prettier-ignore

for (const { name, fault, why } of unlisted) {
  t.test(`before the first list, which does not come since ${name}`, async t => {
    const s = await scene(t, { sleep: untilStopped, before: server => { withExample(server); server.fail(fault) } }) // prettier-ignore
    await until('its trouble', () => s.states.length > 0)

    const links = { 'bond-injector.io/links': 'sriovnet1,sriovnet2' }
    t.match(
      await verdict(s, { annotations: links }),
      { kind: 'planned' },
      'a pod that names all its networks is served',
    )
    const unknown = await verdict(s, { label: 'bond-net2' })
    t.match(
      unknown,
      { kind: 'refused', errors: [{ rule: 'bond-network-exists', message: /^there is no/ }] },
      'asked for',
    )

    const message = new RegExp(
      `^which networks namespace demo has cannot be told: the networks have not .*${why.source}`,
    )
    await t.rejects(verdict(s, {}), { name: 'UnansweredLookUp', message }, 'links to be discovered')
    await t.rejects(verdict(s, { label: '' }), { name: 'UnansweredLookUp', message }, 'the only bond of the namespace')
  })
}

t.test('with the first list the same pods are served', async t => {
  const s = await scene(t, { before: withExample })
  await synced(s)
  t.match(await verdict(s, {}), { kind: 'planned' })
  t.match(await verdict(s, { label: '' }), { kind: 'planned' })
})

t.test('when the definition of networks vanishes, nothing is said about what was known', async t => {
  const s = await scene(t, { sleep: untilStopped, before: withExample })
  await synced(s)
  s.server.endWatchesWith(404)
  await until('nothing is known', () => s.known().length === 0)
  await t.rejects(verdict(s, { label: '' }), { name: 'UnansweredLookUp', message: /is not installed: install Multus$/ })
})

t.test('a namespace that --watch-namespace leaves out', async t => {
  const s = await scene(t, { namespaces: ['demo'], before: server => { withExample(server); server.set('bond-net1', macvlan, 'other') } }) // prettier-ignore
  await synced(s)
  t.equal(s.networks.catalogue.gap?.('demo'), undefined)
  t.match(s.networks.catalogue.gap?.('other'), { kind: 'left-out' })

  const found = /^bond-injector does not read the networks of namespace other, and so cannot find other\//
  const fix = /--watch-namespace other/
  const bond = await verdict(s, { label: '', annotations: { 'bond-injector.io/bonds': 'other/bond-net1' } })
  t.match(bond, { kind: 'refused', errors: [{ rule: 'bond-network-exists', message: found, fix }] })
  const link = await verdict(s, { annotations: { 'bond-injector.io/links': 'sriovnet1,other/sriovnet2' } })
  t.match(link, { kind: 'refused', errors: [{ rule: 'link-network-exists', message: found, fix }] })
  const beside = await verdict(s, { networks: 'other/oam@oam' })
  t.match(beside, { kind: 'planned' }, 'what else the pod has there is not in the way')
  t.equal(s.server.calls.get, 0, 'the API server would not tell')
})

t.test('a pod in a namespace that is left out', async t => {
  const s = await scene(t, { namespaces: ['elsewhere'], before: withExample })
  await synced(s)
  await t.rejects(verdict(s, { label: '' }), {
    name: 'UnansweredLookUp',
    message: 'which networks namespace demo has cannot be told: --watch-namespace leaves it out',
  })
})

t.test('of two namespaces only one was read', async t => {
  const s = await scene(t, {
    namespaces: ['infra', 'demo'],
    sleep: untilStopped,
    before: server => {
      withTwoNetworks(server)
      server.set('a', sriov, 'infra')
      server.fail({ on: 'list', status: 403 })
    },
  })
  await until('one is known, the other in trouble', () => s.states.length > 1)
  const gaps = ['infra', 'demo'].map(namespace => s.networks.catalogue.gap?.(namespace))
  t.equal(gaps.filter(gap => gap === undefined).length, 1)
  t.match(
    gaps.find(gap => gap !== undefined),
    { kind: 'not-read', why: /of namespace (infra|demo) have not been read/ },
  )
})

t.test('only the namespaces that it is restricted to', async t => {
  const s = await scene(t, { namespaces: ['demo', 'infra'], before: server => { withTwoNetworks(server); server.set('a', macvlan, 'infra'); server.set('b', macvlan, 'other') } }) // prettier-ignore
  await until('both are read', () => s.networks.condition().ok)
  t.match(s.networks.condition().message, /^3 network attachment definitions of demo, infra \(--watch-namespace\), /)
  t.ok(s.networks.catalogue.get('infra', 'a'))
  t.notOk(s.networks.catalogue.get('other', 'b'))
  t.equal(await s.networks.lookUp([{ namespace: 'other', name: 'b' }], AbortSignal.timeout(1_000)), false)
  t.equal(s.server.calls.get, 0, 'it does not ask for what it may not see')
})
