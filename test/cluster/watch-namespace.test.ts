import t from 'tap'
import { startBondInjector } from './bond-injector-process.ts'
import { admit, labelledPod } from './labelled-pod.ts'
import { registerMutatePods } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { storedNetworks } from './stored-networks.ts'
import { allowIn, createAccount } from './webhook-account.ts'

const cluster = sharedCluster()
await cluster.installNetworkAttachmentDefinitionCrd()

t.test('a Role is enough for one namespace', async t => {
  const [namespace, elsewhere] = ['watched', 'not-watched']
  for (const one of [namespace, elsewhere]) {
    await cluster.createNamespace(one)
    await storedNetworks(cluster, one).createBondAndLinks()
  }
  const account = await createAccount(cluster, namespace)
  await allowIn(cluster, account, namespace)
  const injector = await startBondInjector(t, cluster.home, {
    name: namespace,
    kubeconfig: account.kubeconfig,
    flags: [`--watch-namespace=${namespace}`],
  })
  await injector.untilReady(/^3 network attachment definitions of watched \(--watch-namespace\)/)
  await registerMutatePods(t, cluster, injector, namespace)
  const create = (annotations = {}) => admit(cluster, labelledPod({ namespace, name: 'x', annotations }, ''))
  t.match(await create(), { status: 201, networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' })
  const refused = await create({ 'bond-injector.io/bonds': `${elsewhere}/bond-net1` })
  t.match(refused, {
    status: 422,
    message: /does not read the networks of namespace not-watched, .*bond-network-exists/,
  })
  await storedNetworks(cluster, namespace).createBond('second', {
    'bond-injector.io/links': 'sriovnet1,sriovnet2',
  })
  await injector.untilReady(/^4 network attachment definitions/)
})

t.test('of two namespaces, the one that it may not read is named', async t => {
  const [one, other] = ['watched-one', 'watched-other']
  for (const namespace of [one, other]) await cluster.createNamespace(namespace)
  const account = await createAccount(cluster, one)
  await allowIn(cluster, account, one)
  const injector = await startBondInjector(t, cluster.home, {
    name: one,
    kubeconfig: account.kubeconfig,
    flags: [`--watch-namespace=${one}`, `--watch-namespace=${other}`],
  })
  await injector.untilNotReady(new RegExp(`of namespace ${other} have not been read yet: RBAC`))
  await allowIn(cluster, account, other)
  await injector.untilReady()
})
