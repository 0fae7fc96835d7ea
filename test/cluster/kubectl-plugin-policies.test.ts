import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createObject } from './create-object.ts'
import { sharedCluster } from './shared-cluster.ts'
import { storedNetworks } from './stored-networks.ts'
import { until } from './until.ts'
import { allowIn, createAccount } from './webhook-account.ts'

// `kubectl bond lint -n NAMESPACE` and the policies behind its networks, on a cluster with and without the SR-IOV operator.

const cluster = sharedCluster()
const namespace = 'plugin-policies'
const group = 'sriovnetwork.openshift.io'

const bin = t.testdir({})
const main = join(bin, 'kubectl-bond.ts')
symlinkSync(join(import.meta.dirname, '..', '..', 'src', 'main.ts'), main)
writeFileSync(join(bin, 'kubectl-bond'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`)
chmodSync(join(bin, 'kubectl-bond'), 0o755)
process.env['PATH'] = `${bin}:${process.env['PATH'] ?? ''}`

await cluster.createNamespace(namespace)
await cluster.installNetworkAttachmentDefinitionCrd()
const networks = storedNetworks(cluster, namespace)
await networks.createBondAndLinks()
await networks.createBond('bond-net2', { 'bond-injector.io/links': 'sriovnet1,sriovnet2' })

/** What it says, without the breaks of lines of 80 columns. */
async function lint(...more: readonly string[]) {
  const { code, stdout, stderr } = await cluster.kubectl(['bond', 'lint', '-n', namespace, ...more])
  return { code, stderr, said: stdout.replaceAll(/\s+/g, ' ') }
}

t.test('no operator: the rules about policies were not checked, since there are none', async t => {
  t.match(await lint(), {
    code: 0,
    stderr: '',
    said: /SriovNetworkNodePolicy is not installed in this cluster: \d+ rules/,
  })
})

t.test('an operator: a policy of its own namespace is judged', async t => {
  await define('SriovNetworkNodePolicy', 'sriovnetworknodepolicies')
  await define('SriovNetwork', 'sriovnetworks')
  t.match(await lint(), { said: 'the cluster has no SriovNetworkNodePolicy: ' })
  await createPolicy('port0', 'vfio-pci')
  await createPolicy('port1', 'netdevice')
  const { code, said } = await lint()
  t.equal(code, 1)
  t.match(said, /sriovnetworknodepolicy\/port0:\d+:\d+: error: .*rule: link-device-type/)
  t.notMatch(said, 'rules not checked')
})

t.test('an account that may not list them says so', async t => {
  const account = await createAccount(cluster, namespace)
  await allowIn(cluster, account, namespace)
  const { said } = await lint('--kubeconfig', account.kubeconfig)
  t.match(said, ` this account may not list sriovnetworknodepolicies.${group} of all namespaces: `)
})

async function createPolicy(name: string, deviceType: string): Promise<void> {
  const spec = { resourceName: name, deviceType, numVfs: 8, nicSelector: { pfNames: [name] } }
  await createObject(cluster, `/apis/${group}/v1/namespaces/default/sriovnetworknodepolicies`, {
    apiVersion: `${group}/v1`,
    kind: 'SriovNetworkNodePolicy',
    metadata: { name },
    spec,
  })
}

async function define(kind: string, plural: string): Promise<void> {
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
  await createObject(cluster, '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  })
  await until(`${kind} is served`, async () => (await cluster.request(`/apis/${group}/v1/${plural}`)).status === 200)
}
