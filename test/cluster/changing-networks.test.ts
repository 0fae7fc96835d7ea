import t from 'tap'
import { admit, labelledPod } from './labelled-pod.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { bondConfig, storedNetworks } from './stored-networks.ts'
import { until } from './until.ts'

const cluster = sharedCluster()
const namespace = 'changing-networks'
const injector = await registeredInjector(t, cluster, namespace)
const networks = storedNetworks(cluster, namespace)
await networks.createLink('sriovnet1', 'openshift.io/port0')
await networks.createLink('sriovnet2', 'openshift.io/port1')

const pinned = { 'bond-injector.io/links': 'sriovnet1,sriovnet2' }
const createBond = (name: string) => networks.createBond(name, pinned)
const injectedAs = (bond: string) => ({ status: 201, networks: `sriovnet1@net1,sriovnet2@net2,${bond}@bond0` })
const podOf = (bond: string, annotations = {}) => labelledPod({ namespace, name: 'x', annotations }, bond)
const create = (bond: string, annotations = {}) => admit(cluster, podOf(bond, annotations))

t.test('a bond that was created just now is known', async t => {
  // Often enough that the watch is a moment behind some of the time: then the webhook asks.
  for (let i = 0; i < 20; i++) {
    await createBond(`new${i}`)
    t.match(await create(`new${i}`), injectedAs(`new${i}`))
  }
})

t.test('links that were created just now are known', async t => {
  await createBond('over-new-links')
  for (let i = 0; i < 20; i++) {
    const links = [`first${i}`, `second${i}`]
    for (const [at, name] of links.entries()) await networks.createLink(name, `openshift.io/port${at}`)
    const answer = await create('over-new-links', { 'bond-injector.io/links': links.join(',') })
    t.match(answer, { status: 201, networks: `first${i}@net1,second${i}@net2,over-new-links@bond0` })
  }
})

t.test('links that were created just now are discovered', async t => {
  const discovered = 'discovered-networks'
  await registeredInjector(t, cluster, discovered)
  const made = storedNetworks(cluster, discovered)
  for (let i = 0; i < 20; i++) {
    await made.createBond('bond-net1')
    for (const port of [0, 1]) await made.createLink(`link${port}`, `openshift.io/port${port}`)
    t.match(await admit(cluster, labelledPod({ namespace: discovered, name: 'x' }, 'bond-net1')), {
      status: 201,
      networks: 'link0@net1,link1@net2,bond-net1@bond0',
    })
    for (const name of ['link0', 'link1', 'bond-net1']) await made.remove(name)
  }
})

t.test('a bond that was asked for too early is known as soon as it is there', async t => {
  t.match(await create('late'), { status: 422, message: /bond-network-exists/ })
  await createBond('late')
  await until('the pod is admitted', async () => (await create('late')).status === 201)
})

t.test('a bond that is deleted is not known any more', async t => {
  await createBond('short-lived')
  t.match(await create('short-lived'), injectedAs('short-lived'))
  await networks.remove('short-lived')
  const refused = await until('the pod is refused', async () => {
    const answer = await create('short-lived')
    return answer.status !== 201 && answer
  })
  t.match(refused, { status: 422, message: /bond-network-exists/ })
  await createBond('short-lived')
  await until('and admitted when the bond is back', async () => (await create('short-lived')).status === 201)
})

t.test('a bond is broken, then mended', async t => {
  await createBond('changing')
  t.match(await create('changing'), injectedAs('changing'))
  await networks.replaceConfig('changing', bondConfig.replace('"failOverMac":1,', ''))
  const refused = await until('the pod is refused', async () => {
    const answer = await create('changing')
    return answer.status !== 201 && answer
  })
  t.match(refused, { status: 422, message: /fail-over-mac-required/ })
  await networks.replaceConfig('changing', bondConfig)
  await until('and admitted again', async () => (await create('changing')).status === 201)
})

t.test('while a bond comes and goes, a pod is completed or refused, and nothing else', async t => {
  let done = false
  const changes = async () => {
    for (let i = 0; i < 15; i++) {
      await createBond('flickering')
      await networks.remove('flickering')
    }
  }
  const seen = new Set<string>()
  const pods = async () => {
    while (!done) {
      const { status, networks, message } = await create('flickering')
      seen.add(status === 201 ? String(networks) : `${status} ${message.replace(/.*\[/, '[')}`)
    }
  }
  await Promise.all([changes().finally(() => (done = true)), pods(), pods(), pods()])
  const expected = [injectedAs('flickering').networks, '422 [bond-injector bond-network-exists]']
  t.same(
    [...seen].filter(outcome => !expected.includes(outcome)),
    [],
  )
})

t.test('a network of 900 KB is no obstacle', async t => {
  await networks.create('large', JSON.stringify({ cniVersion: '1.0.0', type: 'macvlan', x: 'y'.repeat(900_000) }))
  await createBond('after-the-large-one')
  t.match(await create('after-the-large-one'), injectedAs('after-the-large-one'))
  t.match(await injector.readiness(), { status: 200, networks: { ok: true } })
  t.ok(injector.isRunning())
})
