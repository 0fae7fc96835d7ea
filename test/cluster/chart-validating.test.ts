import t from 'tap'
import { registerBreaking } from './breaking-webhook.ts'
import { chartMetrics } from './chart-metrics.ts'
import { objectsOf } from './chart-objects.ts'
import { installRelease } from './chart-release.ts'
import { examplesIn } from './example-files.ts'
import { succeeded } from './helm.ts'
import { admit, labelledPod, networksKey } from './labelled-pod.ts'
import { sharedCluster } from './shared-cluster.ts'
import { until } from './until.ts'

const cluster = sharedCluster()
const name = 'bond-injector-validating'
const users = 'chart-validating-users'

await cluster.installNetworkAttachmentDefinitionCrd()
await cluster.createNamespace(users)
await succeeded(cluster.kubectl(['apply', '-f', '-'], { stdin: examplesIn(users, 'openshift/*.yaml') }))

// Other test files have labelled pods, too.
const selector = { matchLabels: { 'kubernetes.io/metadata.name': users } }
const flags = ['--set-json', `webhook.namespaceSelector=${JSON.stringify(selector)}`]
const release = await installRelease(cluster, name, [...flags, '--set', `webhook.configurationName=${name}`])

const label = { 'bond-injector.io/bond': 'bond-net1' }
const { deployment, wrongBond, workloads, misplaced, untold } = objectsOf(users)
const pod = labelledPod({ namespace: users, name: 'pod' }, 'bond-net1')

t.test('while no replica is ready, only pods with the label wait', async t => {
  for (const object of [wrongBond('stored-wrong'), deployment(label)]) {
    t.match(await apply(object), { code: 0, stderr: '' }, object.kind)
  }
  await succeeded(cluster.kubectl(['delete', 'deployment', 'web', '-n', users]))
  const { message } = await admit(cluster, pod)
  t.match(message, 'failed calling webhook "pods.bond-injector.io"')
})

t.test('while a replica is ready', async t => {
  await release.startReplica(t)
  await until('networks are judged', async () => (await apply(wrongBond('wrong'), '--dry-run=server')).code === 1)

  t.test('a bond that Bond CNI refuses to load cannot be made, and a stored one can be labelled', async t => {
    const { code, stderr } = await apply(wrongBond('wrong'))
    t.equal(code, 1)
    t.match(stderr, /^The NetworkAttachmentDefinition "wrong" is invalid: .*\[bond-injector mode-known\]/)
    const before = await callsOf('networks')
    const stored = ['net-attach-def', 'stored-wrong', '-n', users]
    t.match(await cluster.kubectl(['label', ...stored, 'team=a']), { code: 0, stderr: '' })
    t.match(await cluster.kubectl(['delete', ...stored]), { code: 0, stderr: '' })
    t.equal(await callsOf('networks'), before, 'nobody has asked us')
  })

  const pods = 'its pods get sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
  for (const { name, object } of workloads(label)) {
    t.test(`the author of ${name} sees what its pods will get`, async t => {
      const { code, stderr } = await apply(object, '--dry-run=server')
      t.equal(code, 0, stderr)
      t.match(stderr, 'Warning: ')
      t.match(stderr, pods)
    })
  }

  for (const { name, object } of misplaced(label)) {
    t.test(`the author of a label ${name} hears that it has no effect`, async t => {
      const { code, stderr } = await apply(object, '--dry-run=server')
      t.equal(code, 0, stderr)
      t.match(stderr, /Warning: .* bond: .*\[bond-injector label-(on-template|not-annotation)\]/)
    })
  }

  t.test('a label that is put on a Deployment later is told, once', async t => {
    await succeeded(apply(deployment({})))
    const kubectlLabel = (text: string) => cluster.kubectl(['label', 'deployment', 'web', '-n', users, text])
    t.match(await kubectlLabel('bond-injector.io/bond=bond-net1'), { code: 0, stderr: /label-on-template/ })
    const before = await callsOf('workloads')
    t.match(await kubectlLabel('team=a'), { code: 0, stderr: '' })
    t.equal(await callsOf('workloads'), before)
    await succeeded(cluster.kubectl(['delete', 'deployment', 'web', '-n', users]))
  })

  for (const { name, object } of untold(label)) {
    t.test(`nobody judges a workload ${name}`, async t => {
      const before = await callsOf('workloads')
      t.match(await apply(object, '--dry-run=server'), { code: 0, stderr: '' })
      t.equal(await callsOf('workloads'), before)
    })
  }

  t.test('a Deployment is judged again when its template changes, and not when it is scaled', async t => {
    t.match((await apply(deployment(label))).stderr, pods)
    const before = await callsOf('workloads')
    t.match(await apply(deployment(label, 1)), { code: 0, stderr: '' })
    t.equal(await callsOf('workloads'), before)
    t.match((await apply(deployment({ ...label, version: '2' }, 1))).stderr, pods)
    t.equal(await callsOf('workloads'), before + 1)
    await succeeded(cluster.kubectl(['delete', 'deployment', 'web', '-n', users]))
  })

  t.test('a running pod is looked at again when its networks change, and never refused', async t => {
    const stdin = JSON.stringify(labelledPod({ namespace: users, name: 'running' }, 'bond-net1'))
    await succeeded(cluster.kubectl(['create', '-f', '-'], { stdin }))
    const before = await callsOf('updated-pods')
    t.match(await cluster.kubectl(['label', 'pod', 'running', '-n', users, 'a=b']), { code: 0, stderr: '' })
    t.equal(await callsOf('updated-pods'), before)
    const { code, stderr } = await cluster.kubectl(['annotate', 'pod', 'running', '-n', users, `${networksKey}-`])
    t.equal(code, 0)
    t.match(stderr, /Warning: .*\[bond-injector /)
    t.equal(await callsOf('updated-pods'), before + 1)
    await succeeded(cluster.kubectl(['delete', 'pod', 'running', '-n', users, '--force']))
  })

  t.test('a pod that a later webhook breaks again and again is refused', async t => {
    await registerBreaking(t, cluster, users, pod.metadata.name)
    const { status, message } = await admit(cluster, pod)
    t.equal(status, 422)
    t.match(message, 'admission webhook "created-pods.bond-injector.io" denied the request')
    t.match(message, /0 requested, and the networks need 1: .*\[bond-injector devices-requested\]/)
  })

  t.test('all that the alerts and the dashboard look at is told', async t => {
    const metrics = await release.metrics()
    t.same(
      chartMetrics().filter(name => !new RegExp(`^${name}[{ ]`, 'm').test(metrics)),
      [],
    )
  })

  t.test('the API server could evaluate every condition', async t => {
    const failed = await series('apiserver_admission_match_condition_evaluation_errors_total', '.bond-injector.io')
    t.same(failed, [])
    t.ok((await callsOf('created-pods')) > 0, 'and counts calls under the names that this test looks for')
  })
})

t.test('uninstalled: no webhook is left, and anything can be made', async t => {
  await succeeded(release.helm(['uninstall', name, '-n', name]))
  const kinds = 'mutatingwebhookconfigurations,validatingwebhookconfigurations'
  t.equal(
    await succeeded(cluster.kubectl(['get', kinds, '-o', 'name', '-l', `app.kubernetes.io/instance=${name}`])),
    '',
  )
  await until('the API server has heard of it', async () => (await apply(pod, '--dry-run=server')).code === 0)
  for (const object of [wrongBond('wrong'), deployment(label)]) {
    t.match(await apply(object), { code: 0, stderr: '' }, object.kind)
  }
})

function apply(object: object, ...more: readonly string[]) {
  return cluster.kubectl(['apply', ...more, '-f', '-'], { stdin: JSON.stringify(object) })
}

/** How often the API server has called a webhook of the chart; no other test file's release has this one's objects. */
async function callsOf(webhook: string): Promise<number> {
  const counts = await series(
    'apiserver_admission_webhook_admission_duration_seconds_count',
    `"${webhook}.bond-injector.io"`,
  )
  return counts.map(line => Number(line.split(' ').at(-1))).reduce((sum, count) => sum + count, 0)
}

/** The lines of a metric of the API server with this text in their labels. */
async function series(metric: string, text: string): Promise<readonly string[]> {
  const metrics = await cluster.metrics()
  return metrics.split('\n').filter(line => line.startsWith(`${metric}{`) && line.includes(text))
}
