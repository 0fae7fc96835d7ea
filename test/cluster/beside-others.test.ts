import t, { type Test } from 'tap'
import { memberOf } from './json-member.ts'
import { labelledPod } from './labelled-pod.ts'
import {
  annotationPointer,
  type Beside,
  networksOf,
  onlyWeb,
  registerOther,
  rewriting,
  sendPod,
} from './other-webhook.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { storedNetworks } from './stored-networks.ts'
import { until } from './until.ts'
import { createObject, deleteObject } from './create-object.ts'

const cluster = sharedCluster()
const namespace = 'beside-others'
await registeredInjector(t, cluster, namespace, { validates: ['pods'] })
const networks = storedNetworks(cluster, namespace)
await networks.createBondAndLinks()
await networks.create('oam', '{"cniVersion":"1.0.0","type":"macvlan"}')
const all = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
const pinned = { 'bond-injector.io/links': 'sriovnet1,sriovnet2' }

const quantities = '/spec/containers/0/resources'

/** A pod created with another webhook at work, before or after ours. */
async function createdBeside(t: Test, { annotations, ...other }: Beside) {
  await registerOther(t, cluster, namespace, other)
  return sendPod(cluster, namespace, { ...pinned, ...annotations })
}

const asJson = (list: string) =>
  JSON.stringify(
    list.split(',').map((text, index) => {
      const [name = '', name2 = ''] = text.split('@')
      return { name, namespace, interface: name2, mac: `02:00:00:00:00:0${index}` }
    }),
  )

const twice = ['requests', 'limits'].flatMap(list =>
  ['port0', 'port1'].map(port => ({ op: 'replace', path: `${quantities}/${list}/openshift.io~1${port}`, value: '2' })),
)

const passing: readonly ({ readonly name: string; readonly networks: string } & Beside)[] = [
  {
    name: 'a webhook before ours adds a network: it stays, ours follow',
    when: 'before',
    patch: onlyWeb([{ op: 'add', path: annotationPointer, value: 'oam@oam0' }]),
    networks: `oam@oam0,${all}`,
  },
  {
    name: 'a webhook after ours rewrites the list as JSON and gives MAC addresses',
    when: 'after',
    patch: rewriting(asJson),
    networks: asJson(all),
  },
  {
    name: 'a webhook after ours adds a network and a container',
    when: 'after',
    patch: object => [
      ...rewriting(list => `${list},oam@oam0`)(object),
      { op: 'add', path: '/spec/containers/-', value: { name: 'sidecar', image: 'example.com/sidecar' } },
    ],
    networks: `${all},oam@oam0`,
  },
]

for (const { name, networks, ...beside } of passing) {
  t.test(name, async t => {
    const { status, object } = await createdBeside(t, beside)
    t.equal(status, 201, JSON.stringify(memberOf(object, 'message')))
    t.equal(networksOf(object), networks)
  })
}

const refused: readonly ({ readonly name: string; readonly message: RegExp } & Beside)[] = [
  {
    name: 'a webhook after ours sorts the list',
    when: 'after',
    patch: rewriting(list => list.split(',').toSorted().join(',')),
    message:
      /bond-net1@bond0 stands before its link sriovnet2@net2: the list was reordered.*\[bond-injector order-kept\]/,
  },
  {
    name: 'a webhook after ours writes a list of its own',
    when: 'after',
    patch: rewriting(() => 'oam@oam0'),
    message: /sriovnet1@net1 was taken out; .*\[bond-injector attachments-kept\]/,
  },
  {
    name: 'a webhook after ours drops the interface names',
    when: 'after',
    patch: rewriting(list => list.replaceAll(/@\w+/g, '')),
    message: /bond-net1@bond0 was renamed to net3.*\[bond-injector attachments-kept\]/,
  },
  {
    name: 'a webhook after ours takes the devices out',
    when: 'after',
    patch: onlyWeb([{ op: 'remove', path: quantities }]),
    message: /port0\]: 0 requested, and the networks need 1: .*\[bond-injector devices-requested\]/,
  },
  {
    name: 'a webhook after ours attaches a virtual function more, without its device',
    when: 'after',
    patch: rewriting(list => `${list},sriovnet1@spare`),
    message: /port0\]: 1 requested, and the networks need 2: .*\[bond-injector devices-requested\]/,
  },
]

for (const { name, message, ...beside } of refused) {
  t.test(`${name}: refused, with what happened and who may have done it`, async t => {
    const { status, object } = await createdBeside(t, beside)
    t.equal(status, 422)
    t.match(memberOf(object, 'message'), message)
  })
}

t.test('an injector that honours requests doubles the devices: a warning that names the setting', async t => {
  const patch = onlyWeb(twice)
  const { status } = await createdBeside(t, { when: 'after', patch })
  t.equal(status, 201)
  const pod = labelledPod({ namespace, name: 'web', annotations: pinned }, 'bond-net1')
  const { stderr } = await cluster.kubectl(['create', '--dry-run=server', '-f', '-'], { stdin: JSON.stringify(pod) })
  t.match(stderr, /Warning: .*port0\]: 2 requested, its networks need 1\. .*--devices=leave \[/)
})

t.test('a ResourceQuota counts the devices that were injected', async t => {
  const path = `/api/v1/namespaces/${namespace}/resourcequotas`
  const hard = { 'requests.openshift.io/port0': '0' }
  const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'no-devices' }, spec: { hard } }
  await cluster.request(path, { method: 'POST', body: quota })
  t.teardown(() => deleteObject(cluster, `${path}/no-devices`))
  const { status, object } = await createdBeside(t, { when: 'after', patch: () => [] })
  t.equal(status, 403)
  t.match(memberOf(object, 'message'), /exceeded quota|status unknown for quota/)
})

t.test("a LimitRange that fills in cpu and memory is in nobody's way", async t => {
  const path = `/api/v1/namespaces/${namespace}/limitranges`
  const limits = [{ type: 'Container', default: { cpu: '1' }, defaultRequest: { cpu: '100m' } }]
  const range = { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'usual' }, spec: { limits } }
  await cluster.request(path, { method: 'POST', body: range })
  t.teardown(() => deleteObject(cluster, `${path}/usual`))
  const { status, object } = await createdBeside(t, { when: 'after', patch: () => [] })
  t.equal(status, 201)
  const requests = memberOf(object, 'spec', 'containers', 0, 'resources', 'requests')
  t.match(requests, { 'openshift.io/port0': '1', 'openshift.io/port1': '1' })
})

t.test('a webhook before ours that adds containers: the devices go where the author said', async t => {
  const patch = onlyWeb([
    { op: 'add', path: '/spec/containers/0', value: { name: 'first', image: 'example.com/first' } },
  ])
  const annotations = { 'bond-injector.io/container': 'app' }
  const { status, object } = await createdBeside(t, { when: 'before', patch, annotations })
  t.equal(status, 201)
  t.match(memberOf(object, 'spec', 'containers', 1, 'resources', 'requests'), { 'openshift.io/port0': '1' })
})

t.test('a MutatingAdmissionPolicy sets the annotation first, as policies run before all webhooks', async t => {
  const policies = '/apis/admissionregistration.k8s.io/v1/mutatingadmissionpolicies'
  const name = `${namespace}.policy.test`
  const expression = `Object{metadata: Object.metadata{annotations: {"k8s.v1.cni.cncf.io/networks": "oam@oam0"}}}`
  const spec = {
    failurePolicy: 'Fail',
    reinvocationPolicy: 'Never',
    matchConstraints: {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
      resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }],
    },
    mutations: [{ patchType: 'ApplyConfiguration', applyConfiguration: { expression } }],
  }
  await createObject(cluster, policies, {
    kind: 'MutatingAdmissionPolicy',
    apiVersion: 'admissionregistration.k8s.io/v1',
    metadata: { name },
    spec,
  })
  await createObject(cluster, policies.replace('policies', 'policybindings'), {
    kind: 'MutatingAdmissionPolicyBinding',
    apiVersion: 'admissionregistration.k8s.io/v1',
    metadata: { name },
    spec: { policyName: name },
  })
  t.teardown(async () => {
    await deleteObject(cluster, `${policies.replace('policies', 'policybindings')}/${name}`)
    await deleteObject(cluster, `${policies}/${name}`)
  })
  await until('the policy is at work', async () => {
    const { object } = await sendPod(cluster, namespace, pinned)
    return String(networksOf(object)).includes('oam')
  })
  const { status, object } = await sendPod(cluster, namespace, pinned)
  t.equal(status, 201)
  t.equal(networksOf(object), `oam@oam0,${all}`)
})
