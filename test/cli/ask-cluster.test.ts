import t from 'tap'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { askCluster, judgeWith } from '../../src/cli/ask-cluster.ts'
import { ClusterCatalogue } from '../../src/cli/cluster-catalogue.ts'
import { ApiFailure } from '../../src/cluster/api-failure.ts'
import { KubeConnection } from '../../src/cluster/kube/connection.ts'
import type { NetworksApi } from '../../src/cluster/networks-api.ts'

const kubeconfig = t.testdir({
  config: JSON.stringify({
    clusters: [{ name: 'test', cluster: { server: 'http://127.0.0.1:1' } }],
    users: [{ name: 'test', user: {} }],
    contexts: [
      { name: 'plain', context: { cluster: 'test', user: 'test' } },
      { name: 'mine', context: { cluster: 'test', user: 'test', namespace: 'demo' } },
    ],
    'current-context': 'plain',
  }),
})
const settings = { kubeconfig: `${kubeconfig}/config`, context: undefined }
const file = new NetworkTable()

t.test('no cluster is asked where none is given', async t => {
  t.equal(await askCluster({ kubeconfig: undefined, context: undefined }, 'where-given'), undefined)
})

const contexts: readonly [context: string | undefined, namespace: string][] = [
  [undefined, 'default'],
  ['mine', 'demo'],
]
for (const [context, namespace] of contexts) {
  t.test(`the namespace of context ${context ?? 'in use'}`, async t => {
    t.match(await askCluster({ ...settings, context }, 'where-given'), { namespace })
  })
}

t.test('a context that is not there', async t => {
  const said = await askCluster({ ...settings, context: 'none' }, 'always')
  t.equal(said, `--kubeconfig ${settings.kubeconfig}: there is no context "none" in the kubeconfig`)
})

/** A cluster in which no namespace has a network, or may be read. */
function clusterWith(list: NetworksApi['list']) {
  const never = () => Promise.reject(new Error('nothing else is asked'))
  const connection = new KubeConnection({ kubeconfig: settings.kubeconfig, requestTimeout: 1 })
  return { connection, namespace: 'demo', networks: new ClusterCatalogue({ list, watch: never, get: never }) }
}

t.test('it is judged until nothing more is asked', async t => {
  const read: string[] = []
  const cluster = clusterWith(namespace => {
    read.push(namespace ?? '')
    return Promise.resolve({ networks: [], resourceVersion: '1' })
  })
  let times = 0
  const judged = await judgeWith(cluster, complete => {
    times += 1
    const catalogue = complete(file)
    catalogue.list('first')
    // What the first namespace says leads to the second.
    if (times > 1) catalogue.get('second', 'x')
    return { times }
  })
  t.strictSame(judged, { times: 3 })
  t.strictSame(read, ['first', 'second'])
})

t.test('without a cluster it is judged once, with the files alone', async t => {
  t.strictSame(await judgeWith(undefined, complete => [complete(file) === file]), [true])
})

t.test('what may not be read is one sentence', async t => {
  const cluster = clusterWith(() => Promise.reject(new ApiFailure('no', 403)))
  const said = await judgeWith(cluster, complete => complete(file).list('demo'))
  t.match(
    said,
    /^this account may not read it: no\. Allow get and list of network-attachment-definitions\.k8s\.cni\.cncf\.io/,
  )
})

t.test('a defect of ours is no trouble of the cluster', async t => {
  const cluster = clusterWith(() => Promise.reject(new TypeError('ours')))
  await t.rejects(
    judgeWith(cluster, complete => complete(file).list('demo')),
    new TypeError('ours'),
  )
})
