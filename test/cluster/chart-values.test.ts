import { join } from 'node:path'
import t from 'tap'
import { installDefinitions } from './chart-definitions.ts'
import { valueSets } from './chart-values.ts'
import { chart, helmOf, objectOf, objectsIn, succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import { sharedCluster } from './shared-cluster.ts'

const cluster = sharedCluster()
const namespace = 'chart-values'
const other = 'chart-values-b'
const helm = await helmOf(cluster)

await cluster.createNamespace(namespace)
await cluster.createNamespace(other)
await cluster.installNetworkAttachmentDefinitionCrd()
await installDefinitions(cluster)
// A pod is refused where its account does not exist, and a dry run makes none.
await succeeded(
  cluster.kubectl(['create', 'serviceaccount', 'bi-bond-injector-check', '-n', namespace, '--save-config']),
)

// Other test files install the chart under its own name at the same time.
const base = join(t.testdir({ 'values.yaml': `{webhook: {configurationName: ${namespace}}}` }), 'values.yaml')
const render = (values: unknown, ...args: readonly string[]) =>
  succeeded(
    helm(['template', 'bi', chart, '-n', namespace, '-f', base, '-f', '-', ...args], { stdin: JSON.stringify(values) }),
  )

for (const { name, values } of valueSets(other)) {
  t.test(name, async t => {
    const rendered = await render(values)
    t.equal(await render(values), rendered, 'twice the same bytes')
    const apply = ['apply', '--dry-run=server', '--validate=strict', '-f', '-']
    const { code, stderr } = await cluster.kubectl(apply, { stdin: rendered })
    t.equal(stderr, '', 'no field is unknown, and nothing is warned of')
    t.equal(code, 0)
    for (const object of objectsIn(rendered)) {
      const kind = memberOf(object, 'kind')
      t.equal(memberOf(object, 'metadata', 'labels', 'app.kubernetes.io/instance'), 'bi', `${String(kind)} is ours`)
    }
  })
}

t.test('the chart is without fault for helm lint', async t => {
  t.equal((await helm(['lint', '--strict', chart])).code, 0)
})

t.test('nothing names a certificate authority but values of the site', async t => {
  for (const { name, values } of valueSets(other)) {
    const rendered = await render(values)
    t.equal(rendered.includes('caBundle: '), name === 'a Secret and its authority', name)
    for (const object of objectsIn(rendered).filter(object => memberOf(object, 'kind') === 'Secret')) {
      t.notOk(memberOf(object, 'data') ?? memberOf(object, 'stringData'), name)
    }
  }
})

t.test('what is switched off is not asked for', async t => {
  const asked = [
    { validation: {}, webhooks: ['created-pods', 'updated-pods', 'networks', 'workloads'] },
    { validation: { pods: { enabled: false } }, webhooks: ['networks', 'workloads'] },
    { validation: { networks: { enabled: false } }, webhooks: ['created-pods', 'updated-pods', 'workloads'] },
    { validation: { workloads: { enabled: false } }, webhooks: ['created-pods', 'updated-pods', 'networks'] },
  ]
  for (const { validation, webhooks } of asked) {
    const named = await webhooksOf({ validation })
    t.same(
      named.map(({ name }) => name),
      webhooks.map(name => `${name}.bond-injector.io`),
      JSON.stringify(validation),
    )
  }
  const nothing = Object.fromEntries(['pods', 'networks', 'workloads'].map(name => [name, { enabled: false }]))
  const rendered = await render({ validation: nothing })
  t.notMatch(rendered, /validating/i, 'no configuration, no argument, no right')
})

t.test('only the pods that must be bonded wait for us', async t => {
  const policies = async (values: object) => {
    const named = await webhooksOf(values)
    return named.map(({ failurePolicy }) => failurePolicy).join()
  }
  t.equal(await policies({}), 'Fail,Ignore,Ignore,Ignore')
  t.equal(await policies({ webhook: { failurePolicy: 'Ignore' } }), 'Ignore,Ignore,Ignore,Ignore')
  t.equal(await policies({ validation: { pods: { failurePolicy: 'Ignore' } } }), 'Ignore,Ignore,Ignore,Ignore')
  const fail = { failurePolicy: 'Fail' }
  t.equal(await policies({ validation: { networks: fail, workloads: fail } }), 'Fail,Ignore,Fail,Fail')
})

t.test('the distributions of Kubernetes 1.30 and later are served', async t => {
  for (const version of ['v1.30.0', 'v1.30.4-gke.1', 'v1.31.7-eks-1234567', 'v1.37.2+k3s1']) {
    t.ok(await render({}, '--kube-version', version), version)
  }
  const { code, stderr } = await helm(['template', 'bi', chart, '--kube-version', 'v1.29.9'])
  t.equal(code, 1)
  t.match(stderr, 'chart requires kubeVersion: >=1.30.0-0 which is incompatible with Kubernetes v1.29.9')
})

t.test('as a part of another chart', async t => {
  const folder = t.testdir({
    'Chart.yaml': `{apiVersion: v2, name: site, version: 1.0.0, dependencies: [{name: bond-injector, version: 0.1.0, repository: 'file://${chart}'}]}`,
    'values.yaml': '{global: {imageRegistry: x}, bond-injector: {replicas: 3}}',
  })
  await succeeded(helm(['dependency', 'build', folder]))
  const rendered = await succeeded(helm(['template', 'site', folder, '-n', namespace]))
  t.match(rendered, /^ {2}replicas: 3$/m)
})

/** The webhooks of the ValidatingWebhookConfiguration, in their order. */
async function webhooksOf(
  values: object,
): Promise<readonly { readonly name: string; readonly failurePolicy: string }[]> {
  const configuration = objectOf(objectsIn(await render(values)), 'ValidatingWebhookConfiguration', namespace)
  const webhooks = memberOf(configuration, 'webhooks')
  return (Array.isArray(webhooks) ? webhooks : []).map(webhook => ({
    name: String(memberOf(webhook, 'name')),
    failurePolicy: String(memberOf(webhook, 'failurePolicy')),
  }))
}
