import t, { type Test } from 'tap'
import { ensureBinaries } from './binaries.ts'
import { startBondInjector } from './bond-injector-process.ts'
import { startControlPlane } from './control-plane.ts'
import { deleteObject } from './create-object.ts'
import { admit, labelledPod } from './labelled-pod.ts'
import { networkAttachmentDefinitionCrd } from './network-attachment-definition.ts'
import { registerMutatePods } from './registered-injector.ts'
import { requestsServed } from './requests-served.ts'
import { storedNetworks } from './stored-networks.ts'
import { until } from './until.ts'
import { allowEverywhere, createAccount, forbidEverywhere } from './webhook-account.ts'

// What keeps the catalogue from being read, and how that is told: by /readyz, by refusals, without a restart.

const plane = await startControlPlane({ binaries: await ensureBinaries() })
t.teardown(() => plane.stop())

const noDefinition = /the custom resource definition network-att.* is not installed: install Multus$/
const noRights = /: RBAC does not allow it: .* cannot list resource .*\. Allow get, list and watch of network-att/

t.test('the definition of NADs is absent, created, deleted and created again', async t => {
  const { injector, networks, create } = await started(t, 'definition', ['get', 'list', 'watch'])
  await injector.untilNotReady(noDefinition)
  t.match(await create(), { status: 422, message: /bond-network-exists/ })

  await plane.installNetworkAttachmentDefinitionCrd()
  await networks.createBondAndLinks()
  await injector.untilReady(/^3 network/)
  t.match(await create(), { status: 201, networks: /bond0/ })

  const { name } = networkAttachmentDefinitionCrd.metadata
  await deleteObject(plane, `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`)
  await until('the pod is refused', async () => (await create()).status === 422)
  await injector.untilNotReady(noDefinition)
  const anyBond = await create({}, '')
  t.match(anyBond, {
    status: 500,
    message: /which networks namespace definition has cannot be told: .* install Multus$/,
  })

  await plane.installNetworkAttachmentDefinitionCrd()
  await networks.createBondAndLinks()
  await injector.untilReady(/^3 network/)
  t.match(await create(), { status: 201, networks: /bond0/ })
  t.ok(injector.isRunning(), 'and all that was one process')
  await networks.removeAll()
})

t.test('RBAC is missing, granted, taken away and granted again', async t => {
  const { injector, networks, create, account } = await started(t, 'rbac', [])
  await networks.createBondAndLinks()
  await injector.untilNotReady(noRights)
  t.match(await create(), { status: 500, message: /rbac\/bond-net1 could not be looked up: .* cannot get resource/ })

  await allowEverywhere(plane, account)
  await injector.untilReady(/^3 network/)
  t.match(await create(), { status: 201, networks: /bond0/ })

  await forbidEverywhere(plane, account)
  await injector.untilNotReady(noRights)

  await allowEverywhere(plane, account)
  await injector.untilReady(/^3 network/)
  t.match(await create(), { status: 201, networks: /bond0/ })
  t.ok(injector.isRunning())
  await networks.removeAll()
})

t.test('only the right to watch is missing', async t => {
  const before = await requestsServed(plane, 'LIST')
  const { injector } = await started(t, 'no-watch', ['get', 'list'])
  await until(
    'it is told',
    async () => /RBAC.* cannot watch resource /.test((await injector.readiness()).networks.message),
    {
      within: 10_000,
    },
  )
  t.ok((await requestsServed(plane, 'LIST')) - before < 10, 'without asking for everything again and again')
})

t.test('what cannot be listed is looked up by name', async t => {
  const { networks, create } = await started(t, 'only-get', ['get'])
  await networks.createBondAndLinks()
  const links = { 'bond-injector.io/links': 'sriovnet1,sriovnet2' }
  t.match(await create(links), { status: 201, networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' })
  await networks.remove('bond-net1')
  const unlessRemembered = { every: 500 }
  await until('a deleted one is forgotten', async () => (await create(links)).status === 422, unlessRemembered)
  await networks.createBond('bond-net1')
  await until('and found again', async () => (await create(links)).status === 201)
  const discovery = await create()
  t.notMatch(discovery, { message: /has 0 SR-IOV networks/ }, 'nothing is made up about what was never listed')
  const why = /which networks namespace only-get has cannot be told: .* cannot list resource /
  t.match(discovery, { status: 500, message: why })
  await networks.removeAll()
})

async function started(t: Test, namespace: string, verbs: string[]) {
  await plane.createNamespace(namespace)
  const account = await createAccount(plane, namespace)
  if (verbs.length > 0) await allowEverywhere(plane, account, verbs)
  const { kubeconfig } = account
  const injector = await startBondInjector(t, plane.home, { name: namespace, kubeconfig, flags: ['--stale-after=3'] })
  await registerMutatePods(t, plane, injector, namespace)
  const create = (annotations = {}, bond = 'bond-net1') =>
    admit(plane, labelledPod({ namespace, name: 'x', annotations }, bond))
  return { injector, networks: storedNetworks(plane, namespace), create, account }
}
