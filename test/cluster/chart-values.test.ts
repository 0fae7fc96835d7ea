import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { valueSets } from './chart-values.ts'
import { chart, helmOf, objectsIn, succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import { sharedCluster } from './shared-cluster.ts'
import { until } from './until.ts'

const cluster = sharedCluster()
const namespace = 'chart-values'
const other = 'chart-values-b'
const helm = await helmOf(cluster)

await cluster.createNamespace(namespace)
await cluster.createNamespace(other)
await cluster.installNetworkAttachmentDefinitionCrd()
await installCertManagerDefinitions()
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
    t.notMatch(rendered, /^(data|stringData):/m)
  }
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

/** From cert-manager's Go module: files of that version, checked by go.sum. */
async function installCertManagerDefinitions(): Promise<void> {
  const cwd = join(import.meta.dirname, '..', 'chart', 'definitions')
  const answer = execFileSync('go', ['mod', 'download', '-json', 'github.com/cert-manager/cert-manager'], { cwd })
  const folder = String(memberOf(JSON.parse(answer.toString()), 'Dir'))
  const files = globSync('deploy/crds/cert-manager.io_*.yaml', { cwd: folder }).map(file => join(folder, file))
  const stdin = files.map(file => readFileSync(file, 'utf8')).join('\n---\n')
  await succeeded(cluster.kubectl(['apply', '--server-side', '-f', '-'], { stdin }))
  await until('certificates and issuers are served', async () => {
    const answers = ['certificates', 'issuers'].map(kind => cluster.request(`/apis/cert-manager.io/v1/${kind}?limit=1`))
    return (await Promise.all(answers)).every(({ status }) => status === 200)
  })
}
