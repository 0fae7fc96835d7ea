import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { namespaceManifests } from '../../src/cli/namespace-manifests.ts'
import { KubeConnection } from '../../src/cluster/kube/connection.ts'
import { type FakeAnswer, fakeCheckCluster } from './fake-check-cluster.ts'

// What `kubectl bond lint -n demo` reads beside the objects of the namespace.

const resource = (name: string) => ({ 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/${name}` })

/** As the operator wrote it years ago: an older version, and no log level. */
const network = (name: string, config: object, annotations: object) => ({
  metadata: { name, namespace: 'demo', annotations },
  spec: { config: JSON.stringify({ cniVersion: '0.3.1', name, type: 'sriov', vlan: 0, vlanQoS: 0, ...config }) },
})

const sriovNetwork = (name: string, spec: object = {}) => ({
  metadata: { name, namespace: 'openshift-sriov-network-operator' },
  spec: { resourceName: name, networkNamespace: 'demo', trust: 'on', ...spec },
})

const policy = (name: string) => ({
  metadata: { name, namespace: 'openshift-sriov-network-operator' },
  spec: { resourceName: name, numVfs: 8, nicSelector: { pfNames: ['ens1f0'] } },
})

type Lists = Readonly<Record<string, readonly object[] | number>>

/** A cluster that lists this by resource, or answers with this status; all else is empty. */
async function manifestsOf(t: Test, lists: Lists) {
  const answer = (path: string): FakeAnswer => {
    const list = lists[path.split('/').at(-1) ?? ''] ?? []
    if (typeof list !== 'number') return { code: 200, body: { metadata: {}, items: list } }
    return { code: list, body: { kind: 'Status', code: list, message: `said ${list}` } }
  }
  const file = join(t.testdir({}), 'kubeconfig')
  writeFileSync(file, await fakeCheckCluster(t, ({ path }) => answer(path)))
  const connection = new KubeConnection({ kubeconfig: file, requestTimeout: 5000 })
  const { files, policiesUnread, problems } = await namespaceManifests(connection, 'demo')
  t.strictSame(problems, [])
  return { names: files.map(({ file }) => file), policiesUnread }
}

const trusted = network('port0', { trust: 'on' }, resource('port0'))
const stored = { 'network-attachment-definitions': [trusted] }

const cases: readonly {
  readonly name: string
  readonly lists: Lists
  readonly more: readonly string[]
  readonly unread?: string
}[] = [
  {
    name: 'policies of all namespaces, and the SriovNetwork that a network comes from',
    lists: { ...stored, sriovnetworknodepolicies: [policy('port0')], sriovnetworks: [sriovNetwork('port0')] },
    more: ['sriovnetworknodepolicy/port0', 'sriovnetwork/port0'],
  },
  {
    name: 'neither is installed',
    lists: { ...stored, sriovnetworknodepolicies: 404, sriovnetworks: 404 },
    more: [],
    unread: 'SriovNetworkNodePolicy is not installed in this cluster',
  },
  {
    name: 'policies may not be read',
    lists: { ...stored, sriovnetworknodepolicies: 403, sriovnetworks: [sriovNetwork('port0')] },
    more: ['sriovnetwork/port0'],
    unread: 'this account may not list sriovnetworknodepolicies.sriovnetwork.openshift.io of all namespaces',
  },
  {
    name: 'policies could be read, had the API server no trouble',
    lists: { ...stored, sriovnetworknodepolicies: 500 },
    more: [],
    unread: 'SriovNetworkNodePolicy could not be listed (said 500)',
  },
  {
    name: 'there are no policies',
    lists: stored,
    more: [],
    unread: 'the cluster has no SriovNetworkNodePolicy',
  },
]
for (const { name, lists, more, unread } of cases) {
  t.test(name, async t => {
    const { names, policiesUnread } = await manifestsOf(t, lists)
    t.strictSame(names, ['networkattachmentdefinition/port0', ...more])
    t.equal(policiesUnread, unread)
  })
}

const notSources: readonly [name: string, network: object, source: object][] = [
  ['of another namespace', trusted, sriovNetwork('port0', { networkNamespace: 'other' })],
  ['whose network the operator has not changed yet', trusted, sriovNetwork('port0', { trust: 'off' })],
  ['of an operator with another prefix', network('port0', { trust: 'on' }, {}), sriovNetwork('port0')],
  ['whose network has annotations of ours', withLinks(trusted), sriovNetwork('port0')],
  ['of which no network is made', network('port1', {}, resource('port1')), sriovNetwork('port0')],
]
for (const [name, network, source] of notSources) {
  t.test(`not the SriovNetwork ${name}`, async t => {
    const policies = [policy('port0')]
    const lists = { 'network-attachment-definitions': [network], sriovnetworknodepolicies: policies }
    const { names } = await manifestsOf(t, { ...lists, sriovnetworks: [source] })
    t.strictSame(names.slice(1), ['sriovnetworknodepolicy/port0'])
  })
}

t.test('where there is no network, nobody asks what is behind it', async t => {
  t.strictSame(await manifestsOf(t, { sriovnetworknodepolicies: 403 }), { names: [], policiesUnread: undefined })
})

function withLinks(network: typeof trusted) {
  const { annotations } = network.metadata
  return {
    ...network,
    metadata: { ...network.metadata, annotations: { ...annotations, 'bond-injector.io/links': 'a' } },
  }
}
