import t from 'tap'
import { ensureBinaries } from './binaries.ts'
import { startBondInjector } from './bond-injector-process.ts'
import { startControlPlane } from './control-plane.ts'
import { admit, labelledPod } from './labelled-pod.ts'
import { registeredInjector, registerMutatePods } from './registered-injector.ts'
import { requestsServed } from './requests-served.ts'
import { storedNetworks } from './stored-networks.ts'

const many = 2000
const namespace = 'many'
const later = 'many-later'

const plane = await startControlPlane({ binaries: await ensureBinaries() })
t.teardown(() => plane.stop())
const following = await registeredInjector(t, plane, namespace)
await plane.createNamespace(later)
const networks = storedNetworks(plane, namespace)
await networks.createLink('sriovnet1', 'openshift.io/port0')
await networks.createLink('sriovnet2', 'openshift.io/port1')
const lastOnes = { status: 201, networks: `sriovnet1@net1,sriovnet2@net2,bond${many - 1}@bond0` }
const known = new RegExp(`^${many + 2} network attachment definitions`)

t.test('it follows two thousand that are created as fast as the API server takes them', async t => {
  const numbers = Array.from({ length: many }, (_, i) => i).values()
  const worker = async () => {
    for (const i of numbers) await networks.createBond(`bond${i}`, { 'bond-injector.io/links': 'sriovnet1,sriovnet2' })
  }
  const started = Date.now()
  await Promise.all(Array.from({ length: 10 }, worker))
  t.comment(`${many} created in ${Date.now() - started} ms`)
  await following.untilReady(known)
  t.match(await admit(plane, labelledPod({ namespace, name: 'x' }, `bond${many - 1}`)), lastOnes)
})

t.test('one that starts now reads them page by page', async t => {
  const before = await requestsServed(plane, 'LIST')
  const started = Date.now()
  const { kubeconfig } = following.account
  const second = await startBondInjector(t, plane.home, { name: later, kubeconfig })
  await second.untilReady(known)
  t.comment(`ready ${Date.now() - started} ms after the start of the process`)
  t.ok((await requestsServed(plane, 'LIST')) - before > 3, 'over several pages')
  await registerMutatePods(t, plane, second, later)
  const annotations = { 'bond-injector.io/bonds': `${namespace}/bond${many - 1}` }
  t.match(await admit(plane, labelledPod({ namespace: later, name: 'x', annotations }, '')), {
    status: 201,
    networks: `${namespace}/sriovnet1@net1,${namespace}/sriovnet2@net2,${namespace}/bond${many - 1}@bond0`,
  })
})
