import t from 'tap'
import { startAdmissionWebhook, type AdmissionAnswer } from './admission-webhook.ts'
import { memberOf } from './json-member.ts'
import { networkAttachmentDefinition } from './network-attachment-definition.ts'
import { sharedCluster } from './shared-cluster.ts'
import { until } from './until.ts'
import { registerWebhook } from './webhook-registration.ts'

const cluster = sharedCluster()
const namespace = 'smoke'
const dryRun = ['apply', '--namespace', namespace, '--dry-run=server', '-f', '-']
const containers = [{ name: 'main', image: 'example.com/main' }]
const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace }, spec: { containers } })

t.before(async () => {
  await cluster.createNamespace(namespace)
  await cluster.installNetworkAttachmentDefinitionCrd()
})

t.test('kubectl is the one that was built, with a home of its own', async t => {
  const version = await cluster.kubectl(['version', '-o', 'json'])
  const versions: unknown = JSON.parse(version.stdout)
  const client = memberOf(versions, 'clientVersion', 'gitVersion')
  t.match(client, /^v1\.\d+\.\d+$/, 'a version that clients can parse')
  if (!process.env['KUBEBUILDER_ASSETS']) t.equal(memberOf(versions, 'serverVersion', 'gitVersion'), client)
  const view = await cluster.kubectl(['config', 'view', '-o', 'jsonpath={.clusters[*].cluster.server}'])
  t.equal(view.stdout, cluster.server, 'knows no other cluster')
})

t.test('a NAD and a pod pass kubectl apply --dry-run=server', async t => {
  const nad = networkAttachmentDefinition({ namespace, name: 'bond-net1' }, '{"type":"bond"}')
  const first = await cluster.kubectl(dryRun, { stdin: JSON.stringify(nad) })
  t.match(first, { code: 0, stderr: '' })
  t.equal(first.stdout, 'networkattachmentdefinition.k8s.cni.cncf.io/bond-net1 created (server dry run)\n')
  const second = await cluster.kubectl(dryRun, { stdin: JSON.stringify(pod('podbonding')) })
  t.match(second, { code: 0, stderr: '', stdout: 'pod/podbonding created (server dry run)\n' })
  const wrong = { ...nad, spec: { config: {} } }
  const refused = await cluster.kubectl(dryRun, { stdin: JSON.stringify(wrong) })
  t.match(refused, { code: 1, stderr: /spec\.config: Invalid value: "object"/ }, 'the definition checks the type')
})

t.test('a Deployment gets its pod from a real controller', async t => {
  const labels = { app: 'smoke' }
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'smoke', namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  }
  const applied = await cluster.kubectl(['apply', '-f', '-'], { stdin: JSON.stringify(deployment) })
  t.match(applied, { code: 0, stderr: '' })
  const name = await until('the pod is there', async () => {
    const pods = await cluster.kubectl(['get', 'pods', '--namespace', namespace, '-l', 'app=smoke', '-o', 'name'])
    return pods.stdout.startsWith('pod/smoke-') && pods.stdout.trim()
  })
  t.match(name, /^pod\/smoke-/)
})

t.test('what kubectl prints of a webhook that is only a process', async t => {
  const webhookName = 'smoke.bond-injector.test'
  const message = 'first finding\nsecond finding'
  const causes = [
    { reason: 'FieldValueInvalid', field: 'metadata.labels', message: 'first finding' },
    { reason: 'FieldValueRequired', field: 'spec.config', message: 'second finding' },
  ]
  const refusal = (status: object): AdmissionAnswer => ({ allowed: false, status: { message, ...status } })
  const invalid = { code: 422, reason: 'Invalid' }
  const causeLines = '* metadata.labels: first finding\n* spec.config: second finding\n'
  const denied = `admission webhook "${webhookName}" denied the request: ${message}\n`
  const cases: { name: string; answer: AdmissionAnswer; code: number; stderr: string }[] = [
    {
      name: 'causes-and-kind',
      answer: refusal({ ...invalid, details: { kind: 'Pod', name: 'x', causes } }),
      code: 1,
      stderr: `The Pod "x" is invalid: \n${causeLines}`,
    },
    {
      name: 'causes-without-kind',
      answer: refusal({ ...invalid, details: { name: 'x', causes } }),
      code: 1,
      stderr: `The  "x" is invalid: \n${causeLines}`,
    },
    {
      name: 'causes-alone',
      answer: refusal({ ...invalid, details: { causes } }),
      code: 1,
      stderr: `The request is invalid: \n${causeLines}`,
    },
    {
      name: 'invalid-without-causes',
      answer: refusal(invalid),
      code: 1,
      stderr: `The request is invalid: error when creating "STDIN": ${denied}`,
    },
    {
      name: 'forbidden-with-causes',
      answer: refusal({ code: 403, reason: 'Forbidden', details: { kind: 'Pod', name: 'x', causes } }),
      code: 1,
      stderr: `Error from server (Forbidden): error when creating "STDIN": ${denied}`,
    },
    {
      name: 'warning-of-one-line',
      answer: { allowed: true, warnings: ['both links use one resource'] },
      code: 0,
      stderr: 'Warning: both links use one resource\n',
    },
    {
      name: 'warning-with-a-line-break',
      answer: { allowed: true, warnings: ['first\nsecond'] },
      code: 0,
      stderr: '',
    },
  ]
  const answers = new Map<unknown, AdmissionAnswer>(cases.map(({ name, answer }) => [name, answer]))
  const webhook = await startAdmissionWebhook(
    object => answers.get(memberOf(object, 'metadata', 'name')) ?? { allowed: true },
  )
  const { url, ca } = webhook
  t.teardown(() => webhook.close())
  await registerWebhook(cluster, { kind: 'Validating', name: webhookName, url, ca, namespace }, pod('probe'))
  for (const { name, code, stderr } of cases) {
    t.test(name, async t => {
      const result = await cluster.kubectl(dryRun, { stdin: JSON.stringify(pod(name)) })
      t.equal(result.stderr, stderr)
      t.equal(result.code, code)
    })
  }
  t.test('the API server counts the refusals', async t => {
    const lines = (await cluster.metrics()).split('\n').filter(line => line.includes(`name="${webhookName}"`))
    const refusals = lines.filter(line => line.startsWith('apiserver_admission_webhook_rejection_count'))
    const byCode = refusals.map(line => [/rejection_code="(\d+)"/.exec(line)?.[1], line.split(' ').at(-1)])
    t.same(Object.fromEntries(byCode), { 403: '1', 422: '4' })
  })
})
