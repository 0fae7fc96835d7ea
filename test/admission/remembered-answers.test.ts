import fc from 'fast-check'
import t from 'tap'
import type { AdmissionAnswer } from '../../src/admission/answer.ts'
import { mutatePods } from '../../src/admission/mutate-pods.ts'
import type { Catalogue, CatalogueGap } from '../../src/bonding/catalogue.ts'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { readNetwork } from '../../src/bonding/network.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { openshiftNetworks } from './openshift-networks.ts'

const bondLabel = 'bond-injector.io/bond'
const plan = createPlanner(defaultPolicy)

interface Change {
  readonly metadata?: object
  readonly spec?: object
  readonly labels?: object
}

function podOf(name: string, { metadata = {}, spec = {}, labels = {} }: Change = {}) {
  return {
    metadata: { name, namespace: 'demo', labels: { [bondLabel]: 'bond-net1', ...labels }, ...metadata },
    spec: { containers: [{ name: 'app' }, { name: 'side' }], ...spec },
  }
}

/** A handler, and how often it had to plan. */
function counted(catalogue: Catalogue) {
  const planned = { times: 0 }
  const handler = mutatePods((pod, networks) => {
    planned.times++
    return plan(pod, networks)
  }, catalogue)
  return { planned, admit: (object: unknown) => handler(creation(object), 10_000) }
}

function creation(object: unknown) {
  const kind = { group: '', version: 'v1', kind: 'Pod' }
  const about = { uid: 'u', kind, subResource: '', name: '', namespace: 'demo', dryRun: false }
  return { ...about, operation: 'CREATE', object, oldObject: null } as const
}

function fresh(object: unknown, catalogue: Catalogue): AdmissionAnswer | Promise<AdmissionAnswer> {
  return mutatePods(plan, catalogue)(creation(object), 10_000)
}

function copyOfNetworks(): NetworkTable {
  return new NetworkTable(openshiftNetworks.list('demo'))
}

t.test('a pod that differs in its name only gets the answer of the first, and no second plan', async t => {
  const { planned, admit } = counted(openshiftNetworks)
  const first = admit(podOf('web-1'))
  t.equal(admit(podOf('web-2')), first)
  t.same(first, fresh(podOf('web-2'), openshiftNetworks))
  t.equal(planned.times, 1)
})

t.test('so does a second pass, and a pod that has a generateName', async t => {
  const { planned, admit } = counted(openshiftNetworks)
  const metadata = { annotations: { 'k8s.v1.cni.cncf.io/networks': 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' } }
  admit(podOf('web-1', { metadata }))
  admit({ ...podOf('', { metadata: { ...metadata, generateName: 'web-' } }) })
  t.equal(planned.times, 1)
})

const differences: readonly { name: string; change: Change }[] = [
  { name: 'another bond', change: { labels: { [bondLabel]: 'bond-net2' } } },
  { name: 'another label', change: { labels: { app: 'web' } } },
  { name: 'another namespace', change: { metadata: { namespace: 'other', labels: { [bondLabel]: 'bond-net1' } } } },
  { name: 'an annotation', change: { metadata: { annotations: { 'bond-injector.io/container': 'side' } } } },
  { name: 'no annotations, but the map of them', change: { metadata: { annotations: {} } } },
  { name: 'other containers', change: { spec: { containers: [{ name: 'side' }, { name: 'app' }] } } },
  {
    name: 'the map of resources',
    change: { spec: { containers: [{ name: 'app', resources: {} }, { name: 'side' }] } },
  },
  { name: 'a sidecar', change: { spec: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] } } },
  { name: 'the network of the host', change: { spec: { hostNetwork: true } } },
  {
    name: 'a device that it asks for itself',
    change: {
      spec: {
        containers: [
          { name: 'app' },
          {
            name: 'side',
            resources: { requests: { 'openshift.io/port0': '1' }, limits: { 'openshift.io/port0': '1' } },
          },
        ],
      },
    },
  },
]
for (const { name, change } of differences) {
  t.test(`decided anew: ${name}`, async t => {
    const { planned, admit } = counted(openshiftNetworks)
    admit(podOf('web-1'))
    t.same(admit(podOf('web-1', change)), fresh(podOf('web-1', change), openshiftNetworks))
    t.equal(planned.times, 2)
  })
}

const changes: readonly { name: string; change: (networks: NetworkTable) => void; kind: AdmissionAnswer['kind'] }[] = [
  {
    name: 'the bond is another version',
    change(networks) {
      networks.set(readNetwork({ metadata: { namespace: 'demo', name: 'bond-net1' }, spec: { config: '{' } }))
    },
    kind: 'denied',
  },
  {
    name: 'a link is gone',
    change(networks) {
      networks.remove({ namespace: 'demo', name: 'sriovnet2' })
    },
    kind: 'denied',
  },
  {
    name: 'there is one more network that discovery may pick',
    change(networks) {
      const annotations = { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port2' }
      const config = '{"cniVersion":"1.0.0","name":"sriovnet3","type":"sriov","ipam":{}}'
      networks.set(readNetwork({ metadata: { namespace: 'demo', name: 'sriovnet3', annotations }, spec: { config } }))
    },
    kind: 'denied',
  },
  {
    name: 'a network that has nothing to do with it, which only costs another plan',
    change(networks) {
      networks.remove({ namespace: 'demo', name: 'bond-twice-wrong' })
    },
    kind: 'patched',
  },
]
for (const { name, change, kind } of changes) {
  t.test(`what the networks were is not what they are: ${name}`, async t => {
    const networks = copyOfNetworks()
    const { planned, admit } = counted(networks)
    admit(podOf('web-1'))
    change(networks)
    const answer = admit(podOf('web-2'))
    t.match(answer, { kind })
    t.same(answer, fresh(podOf('web-2'), networks))
    t.equal(planned.times, 2)
  })
}

t.test('a list that may not be complete any more decides nothing, remembered or not', async t => {
  const networks = copyOfNetworks()
  const gaps = new Map<string, CatalogueGap>()
  const { admit } = counted({
    get: (namespace, name) => networks.get(namespace, name),
    list: namespace => networks.list(namespace),
    gap: namespace => gaps.get(namespace),
  })
  admit(podOf('web-1'))
  gaps.set('demo', { kind: 'not-read', why: 'the watch broke' })
  t.throws(() => admit(podOf('web-2')), { message: /cannot be told/ })
})

t.test('each refused pod is refused by its own name', async t => {
  const { admit } = counted(openshiftNetworks)
  for (const name of ['web-1', 'web-2']) {
    const refused = podOf(name, { labels: { [bondLabel]: 'bond-without-mac' } })
    t.match(admit(refused), { kind: 'denied', refusal: { name } })
  }
})

t.test('two hundred kinds of pods are remembered; the oldest makes room', async t => {
  const { planned, admit } = counted(openshiftNetworks)
  for (let app = 0; app <= 200; app++) admit(podOf('web-1', { labels: { app: `app-${app}` } }))
  admit(podOf('web-1', { labels: { app: 'app-1' } }))
  t.equal(planned.times, 201, 'the second is still known')
  admit(podOf('web-1', { labels: { app: 'app-0' } }))
  t.equal(planned.times, 202, 'the first is not')
})

t.test('a pod of many words is not kept', async t => {
  const { planned, admit } = counted(openshiftNetworks)
  for (const name of ['web-1', 'web-2'])
    admit(podOf(name, { metadata: { annotations: { notes: 'x'.repeat(10_000) } } }))
  t.equal(planned.times, 2)
})

t.test('whatever came before, the answer is that of a handler that remembers nothing', async t => {
  const { admit } = counted(openshiftNetworks)
  const oneOf = (...values: readonly (string | undefined)[]) => fc.constantFrom(...values)
  const pods = fc.record({
    name: oneOf('a', 'b'),
    bond: oneOf('', 'bond-net1', 'bond-without-mac', 'missing'),
    networks: oneOf(undefined, '', 'sriovnet1', 'sriovnet1@net1,sriovnet2@net2,bond-net1', 'bond-net1', '[', 'other'),
    links: oneOf(undefined, 'sriovnet2,sriovnet1', 'sriovnet1'),
    container: oneOf(undefined, 'side', 'nobody'),
  })
  fc.assert(
    fc.property(pods, ({ name = '', bond, networks, links, container }) => {
      const given = {
        'k8s.v1.cni.cncf.io/networks': networks,
        'bond-injector.io/links': links,
        'bond-injector.io/container': container,
      }
      const annotations = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const pod = podOf(name, { labels: { [bondLabel]: bond }, metadata: {} })
      const object = { ...pod, metadata: { ...pod.metadata, annotations } }
      t.same(admit(object), fresh(object, openshiftNetworks))
    }),
    { seed: 20_260_101, numRuns: 300 },
  )
})
