import t from 'tap'
import { chart, helmOf, objectOf, objectsIn, succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import { sharedCluster } from './shared-cluster.ts'
import { until } from './until.ts'

const cluster = sharedCluster()
const namespace = 'chart-rights'
const other = 'chart-rights-b'
const helm = await helmOf(cluster)
await cluster.createNamespace(namespace)
await cluster.createNamespace(other)
await cluster.installNetworkAttachmentDefinitionCrd()

const networks = 'get list watch network-attachment-definitions.k8s.cni.cncf.io'
const certificate = 'get update secrets r-bond-injector-tls'
const bundle = ['mutating', 'validating'].map(
  kind => `get patch ${kind}webhookconfigurations.admissionregistration.k8s.io chart-rights`,
)
const others = 'list mutatingwebhookconfigurations.admissionregistration.k8s.io'
const off = { enabled: false }
const authority = '-----BEGIN CERTIFICATE-----'
const cases = [
  { name: 'self', values: {}, here: [networks, certificate, ...bundle], there: [networks, ...bundle] },
  {
    name: 'nothing validated',
    values: { validation: { pods: off, networks: off, workloads: off } },
    here: [networks, certificate, ...bundle.slice(0, 1)],
    there: [networks, ...bundle.slice(0, 1)],
  },
  {
    name: 'cert-manager',
    values: { certificates: { mode: 'cert-manager' } },
    here: [networks],
    there: [networks],
  },
  { name: 'service-ca', values: { certificates: { mode: 'service-ca' } }, here: [networks], there: [networks] },
  {
    name: 'a Secret of the site',
    values: { certificates: { mode: 'secret', secret: { name: 'a' } } },
    here: [networks, ...bundle],
    there: [networks, ...bundle],
  },
  {
    name: 'a Secret and its authority',
    values: { certificates: { mode: 'secret', secret: { name: 'a', caBundle: authority } } },
    here: [networks],
    there: [networks],
  },
  {
    name: 'the networks of one namespace',
    values: { watchNamespaces: [namespace] },
    here: [networks, certificate, ...bundle],
    there: bundle,
  },
  {
    name: 'the networks of two namespaces',
    values: { watchNamespaces: [other] },
    here: [networks, certificate, ...bundle],
    there: [networks, ...bundle],
  },
]

for (const { name, values, here, there } of cases) {
  t.test(`the program with ${name}`, async t => {
    const objects = await applied(values, 'ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding')
    t.teardown(() => cluster.kubectl(['delete', '-f', '-'], { stdin: objects }))
    t.same(await rightsOf('r-bond-injector', namespace), [...here, others].sort())
    t.same(await rightsOf('r-bond-injector', other), [...there, others].sort())
  })
}

t.test('the check of helm test', async t => {
  const objects = await applied({}, 'ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding')
  t.teardown(() => cluster.kubectl(['delete', '-f', '-'], { stdin: objects }))
  const read = 'get mutatingwebhookconfigurations.admissionregistration.k8s.io chart-rights'
  const own = ['create pods', 'get services r-bond-injector', 'list endpointslices.discovery.k8s.io']
  t.same(await rightsOf('r-bond-injector-check', namespace), [...own, read, others].sort())
  t.same(await rightsOf('r-bond-injector-check', other), [read, others].sort())
})

t.test('other webhooks are not read where the site does not want it', async t => {
  const kinds = ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding']
  const objects = await applied({ webhook: { readOthers: false } }, ...kinds)
  t.teardown(() => cluster.kubectl(['delete', '-f', '-'], { stdin: objects }))
  t.same(await rightsOf('r-bond-injector', other), [networks, ...bundle].sort())
  t.same(await rightsOf('r-bond-injector-check', other), [
    'get mutatingwebhookconfigurations.admissionregistration.k8s.io chart-rights',
  ])
})

t.test('no account is given a token that it has not asked for', async t => {
  const objects = objectsIn(await rendered({}))
  for (const name of ['r-bond-injector', 'r-bond-injector-check']) {
    t.equal(memberOf(objectOf(objects, 'ServiceAccount', name), 'automountServiceAccountToken'), false)
  }
  const pod = memberOf(objectOf(objects, 'Deployment', 'r-bond-injector'), 'spec', 'template', 'spec')
  t.equal(memberOf(pod, 'automountServiceAccountToken'), true)
  t.equal(memberOf(pod, 'enableServiceLinks'), false)
})

type Values = Readonly<Record<string, unknown>> & { readonly webhook?: object }

function rendered(values: Values): Promise<string> {
  const all = JSON.stringify({ ...values, webhook: { ...values.webhook, configurationName: namespace } })
  return succeeded(helm(['template', 'r', chart, '-n', namespace, '-f', '-'], { stdin: all }))
}

/** Creates the objects of these kinds and returns them. */
async function applied(values: Values, ...kinds: readonly string[]): Promise<string> {
  const wanted = objectsIn(await rendered(values)).filter(object => kinds.includes(String(memberOf(object, 'kind'))))
  const stdin = wanted.map(object => JSON.stringify(object)).join('\n---\n')
  await succeeded(cluster.kubectl(['apply', '-f', '-'], { stdin }))
  return stdin
}

/** All that the account may do and that a stranger may not: `verbs resource [names]`, sorted. */
async function rightsOf(account: string, where: string): Promise<readonly string[]> {
  const list = async (name: string) => {
    const as = [
      `--as=system:serviceaccount:${namespace}:${name}`,
      '--as-group=system:serviceaccounts',
      '--as-group=system:authenticated',
    ]
    const table = await succeeded(cluster.kubectl(['auth', 'can-i', '--list', '--no-headers', '-n', where, ...as]))
    return table
      .split('\n')
      .filter(line => line !== '')
      .map(rightIn)
  }
  const strangers = await list('nobody')
  // The authorizer hears of roles a little later: the last two looks must agree.
  let before = ''
  return until('the roles are known', async () => {
    const rights = (await list(account)).filter(right => !strangers.includes(right)).sort()
    const same = rights.join() === before
    before = rights.join()
    return same && rights
  })
}

/** A row holds a resource, URLs and names in brackets, and verbs in brackets. */
function rightIn(line: string): string {
  const [, resource = '', , names = '', verbs = ''] =
    /^(\S*)\s+\[(.*?)\]\s+\[(.*?)\]\s+\[(.*?)\]$/.exec(line.trim()) ?? []
  return [verbs, resource, names].filter(text => text !== '').join(' ')
}
