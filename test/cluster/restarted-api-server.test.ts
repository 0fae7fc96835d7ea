import t from 'tap'
import { ensureBinaries } from './binaries.ts'
import { startControlPlane } from './control-plane.ts'
import { admit, labelledPod } from './labelled-pod.ts'
import { registeredInjector } from './registered-injector.ts'
import { requestsServed } from './requests-served.ts'
import { storedNetworks } from './stored-networks.ts'
import { until } from './until.ts'
import { recreateAccount, rotateToken } from './webhook-account.ts'

const namespace = 'restarted'
const plane = await startControlPlane({ binaries: await ensureBinaries() })
t.teardown(() => plane.stop())
const injector = await registeredInjector(t, plane, namespace, { flags: ['--stale-after=3'] })
const networks = storedNetworks(plane, namespace)
await networks.createBondAndLinks()
const create = (bond: string) => admit(plane, labelledPod({ namespace, name: 'x' }, bond))
const followed = (count: number) => injector.untilReady(new RegExp(`^${count} network attachment definitions`))
await followed(3)

t.test('where nothing changes for longer than --stale-after, nothing is old', async t => {
  const before = await requestsServed(plane, 'WATCH')
  const seen = new Set<number>()
  // Each of them was silent until the API server ended it, after a second and more.
  await until('five watches have ended', async () => {
    seen.add((await injector.readiness()).status)
    return (await requestsServed(plane, 'WATCH')) - before >= 5
  })
  t.same([...seen], [200])
})

t.test('an API server that is killed and comes back at once', async t => {
  await plane.restartApiServer()
  await networks.createBond('after')
  t.match(await create('after'), { status: 201, networks: /bond0/ }, 'the first pod behind it')
  await followed(4)
  await networks.remove('after')
  await followed(3)
})

t.test('an API server that stays away for a while', async t => {
  await injector.untilReady()
  await plane.stopApiServer()
  t.match(await injector.readiness(), { status: 200 }, 'what is known is not old yet')
  await injector.untilNotReady(/^nothing was heard .*\(limit 3 s\): the API server cannot be reached: /)
  await plane.startApiServer()
  await followed(3)
  t.match(await create('bond-net1'), { status: 201, networks: /bond0/ })
  await networks.remove('bond-net1')
  await followed(2)
  t.match(await create('bond-net1'), { status: 422, message: /bond-network-exists/ })
})

t.test('a token that is not valid any more, and its successor', async t => {
  await recreateAccount(plane, injector.account)
  // A new API server does not remember that the token was valid.
  await plane.restartApiServer()
  await networks.createBond('later')
  t.match(await create('later'), { status: 500, message: /restarted\/later could not be looked up: .*401/ })
  await injector.untilNotReady(/the API server does not know this service account's token/)
  await rotateToken(plane, injector.account)
  await followed(3)
  t.match(await create('later'), { status: 201, networks: /bond0/ })
  t.ok(injector.isRunning(), 'and all that was one process')
})
