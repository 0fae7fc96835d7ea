import t from 'tap'
import { admit, containers, labelledPod } from './labelled-pod.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { storedNetworks } from './stored-networks.ts'

const cluster = sharedCluster()
const namespace = 'webhook-down'
const injector = await registeredInjector(t, cluster, namespace)
await storedNetworks(cluster, namespace).createBondAndLinks()
const labelled = labelledPod({ namespace, name: 'labelled' }, 'bond-net1')
const plain = { apiVersion: 'v1', kind: 'Pod', metadata: { namespace, name: 'plain' }, spec: { containers } }

t.test('only labelled pods need the webhook', async t => {
  t.match(await admit(cluster, labelled), { status: 201, networks: /bond0/ })

  t.equal(await injector.stop(), 0, 'it ends as told')

  const refused = await cluster.kubectl(['create', '-f', '-'], { stdin: JSON.stringify(labelled) })
  t.equal(refused.code, 1)
  t.match(
    refused.stderr,
    /^Error from server \(InternalError\): error when creating "STDIN": Internal error occurred: /,
  )
  t.match(
    refused.stderr,
    `failed calling webhook "${injector.webhook}": failed to call webhook: Post "https://127.0.0.1:`,
  )
  t.match(refused.stderr, /connection refused\n$/)

  const untouched = await cluster.kubectl(['create', '-f', '-'], { stdin: JSON.stringify(plain) })
  t.same(untouched, { code: 0, stdout: 'pod/plain created\n', stderr: '' })
})
