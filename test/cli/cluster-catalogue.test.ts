import t from 'tap'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { readNetwork } from '../../src/bonding/network.ts'
import { ClusterCatalogue } from '../../src/cli/cluster-catalogue.ts'
import { ApiFailure } from '../../src/cluster/api-failure.ts'
import type { NetworkPage, NetworksApi } from '../../src/cluster/networks-api.ts'
import { sriov } from '../bonding/scene.ts'

const wire = (namespace: string, name: string, resource = 'a/b') => ({
  namespace,
  name,
  resourceVersion: '1',
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': resource },
  config: '{"cniVersion":"1.0.0","type":"sriov"}',
})

/** A cluster with pages of one network each. */
function clusterOf(networks: readonly ReturnType<typeof wire>[]) {
  const lists: string[] = []
  const api: Pick<NetworksApi, 'list'> = {
    list: (namespace, from = '0') => {
      lists.push(`${namespace ?? 'all'} ${from}`)
      const own = networks.filter(network => network.namespace === namespace)
      const index = Number(from)
      const page: NetworkPage = {
        networks: own.slice(index, index + 1),
        resourceVersion: '1',
        ...(index + 1 < own.length ? { next: String(index + 1) } : {}),
      }
      return Promise.resolve(page)
    },
  }
  const never = () => Promise.reject(new Error('nothing else is asked'))
  return { catalogue: new ClusterCatalogue({ ...api, watch: never, get: never }), lists }
}

const files = (...names: readonly string[]) =>
  new NetworkTable(names.map(name => readNetwork(sriov(name, 'from/files'))))
const names = (networks: readonly { readonly reference: { readonly name: string } }[]) =>
  networks.map(({ reference }) => reference.name)

t.test('only the namespaces that were asked for are read, each once', async t => {
  const { catalogue, lists } = clusterOf([wire('demo', 'a'), wire('demo', 'b'), wire('other', 'c')])
  const joined = catalogue.behind(files())
  t.equal(await catalogue.catchUp(), false, 'nobody asked')
  t.equal(joined.get('demo', 'a'), undefined)
  t.strictSame(joined.list('demo'), [])
  t.equal(await catalogue.catchUp(), true)
  t.strictSame(lists, ['demo 0', 'demo 1'], 'all pages')
  t.strictSame(names(joined.list('demo')), ['a', 'b'])
  t.equal(joined.get('demo', 'b')?.resourceName, 'a/b')
  t.equal(joined.get('demo', 'nobody'), undefined)
  t.equal(await catalogue.catchUp(), false)
})

t.test('the files come first', async t => {
  const { catalogue } = clusterOf([wire('demo', 'a'), wire('demo', 'b')])
  const joined = catalogue.behind(files('b', 'c'))
  joined.list('demo')
  await catalogue.catchUp()
  t.strictSame(names(joined.list('demo')).toSorted(), ['a', 'b', 'c'])
  t.equal(joined.get('demo', 'b')?.resourceName, 'from/files')
  t.ok(joined.list('demo').every(network => network === joined.get('demo', network.reference.name)))
})

t.test('a network of the files needs no cluster', async t => {
  const { catalogue, lists } = clusterOf([])
  t.ok(catalogue.behind(files('b')).get('demo', 'b'))
  t.equal(await catalogue.catchUp(), false)
  t.strictSame(lists, [])
})

t.test('the same list is the same array, and the same files are the same catalogue', async t => {
  const { catalogue } = clusterOf([wire('demo', 'a')])
  const own = files('b')
  const joined = catalogue.behind(own)
  joined.list('demo')
  await catalogue.catchUp()
  t.equal(joined.list('demo'), joined.list('demo'))
  t.equal(catalogue.behind(own), joined)
  t.not(catalogue.behind(files('b')), joined)
})

t.test('what the API server refuses is thrown', async t => {
  const refused = () => Promise.reject(new ApiFailure('no', 403))
  const catalogue = new ClusterCatalogue({ list: refused, watch: refused, get: refused })
  catalogue.behind(files()).list('demo')
  await t.rejects(catalogue.catchUp(), new ApiFailure('no', 403))
})
