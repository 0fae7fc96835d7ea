import t from 'tap'
import { parse } from 'yaml'
import { ensureBinaries } from './binaries.ts'
import { startChartPod } from './chart-process.ts'
import { installRelease } from './chart-release.ts'
import { startControlPlane } from './control-plane.ts'
import { examplesIn } from './example-files.ts'
import { chart, objectOf, objectsIn, succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import { networksKey } from './labelled-pod.ts'
import { until } from './until.ts'

// With its defaults it speaks for the labelled pods of every namespace: a cluster of its own.
const cluster = await startControlPlane({ binaries: await ensureBinaries() })
t.teardown(() => cluster.stop())
const name = 'bond-injector'
const users = 'chart-users'

await cluster.installNetworkAttachmentDefinitionCrd()
await cluster.createNamespace(users)
await succeeded(cluster.kubectl(['apply', '-f', '-'], { stdin: examplesIn(users, 'openshift/*.yaml') }))
const release = await installRelease(cluster, name)
const { helm, namespace, values } = release
const pod = examplesIn(users, 'pod.yaml')
const bundle = async () => {
  const configuration = await release.get('mutatingwebhookconfiguration', name)
  return memberOf(configuration, 'webhooks', 0, 'clientConfig', 'caBundle')
}
const certificate = async () => memberOf(await release.get('secret', `${name}-tls`), 'data', 'tls.crt')

const labels = { 'bond-injector.io/bond': 'bond-net1' }
const spec = { containers: [{ name: 'app', image: 'example.com/app' }], nodeName: 'node' }
const waiting = [
  { name: 'the label', refused: true, metadata: { namespace: users, labels } },
  { name: 'an empty label', refused: true, metadata: { namespace: users, labels: { 'bond-injector.io/bond': '' } } },
  { name: "the label, in the webhook's own namespace", refused: true, metadata: { namespace, labels } },
  { name: 'no label', refused: false, metadata: { namespace: users } },
  { name: 'the label, in kube-system', refused: false, metadata: { namespace: 'kube-system', labels } },
  {
    name: 'the label, as the mirror of a static pod',
    refused: false,
    metadata: { namespace: users, labels, annotations: { 'kubernetes.io/config.mirror': 'x' } },
  },
]
for (const { name, refused, metadata } of waiting) {
  t.test(`while no replica is ready, a pod with ${name}`, async t => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name: 'waiting' }, spec }
    const { code, stderr } = await dryRun(JSON.stringify(pod))
    t.equal(code, refused ? 1 : 0, stderr)
    t.equal(stderr.includes('failed calling webhook "pods.bond-injector.io"'), refused, stderr)
  })
}

t.test('it is called before the webhooks that must see what it adds', async t => {
  const others = ['kubemacpool-mutator', 'network-resources-injector-config', 'pepr-1234']
  t.same(
    [
      ...others,
      String(memberOf(await release.get('mutatingwebhookconfiguration', name), 'metadata', 'name')),
    ].sort()[0],
    name,
  )
})

t.test('installed: a dry run shows the whole pod, or the refusal', async t => {
  const replica = await release.startReplica(t)
  await injected()
  const { code, stderr } = await dryRun(pod.replace(/(bond-injector\.io\/bond:).*/, '$1 bond-nett'))
  t.equal(code, 1)
  t.match(stderr, new RegExp(`^The Pod "bondpod1" is invalid: .*${users}/bond-nett`))

  const rendered = await succeeded(helm(['template', name, chart, '-n', namespace, '--no-hooks', ...values]))
  const objects = rendered.split(/^---$/m).filter(text => !/^kind: Service$/m.test(text)) // the test has changed it
  const drift = await cluster.kubectl(['diff', '--server-side', '--field-manager=gitops', '-f', '-'], {
    stdin: objects.join('---\n'),
  })
  t.same(drift, { code: 0, stdout: '', stderr: '' }, 'nobody who compares the cluster with the chart sees a difference')
  await replica.stop()
})

t.test('upgraded and rolled back: the certificate and caBundle stay, and pods are injected', async t => {
  const before = [await certificate(), await bundle()]
  t.ok(before.every(text => typeof text === 'string' && text !== ''))
  const steps = [
    ['upgrade', name, chart, ...values, '--set', 'rules.links-are-sriov=off,commonLabels.step=two'],
    ['rollback', name, '1'],
  ]
  for (const step of steps) {
    await succeeded(helm([...step, '-n', namespace]))
    t.same([await certificate(), await bundle()], before, `after ${step[0] ?? ''}`)
    const replica = await release.startReplica(t)
    await injected()
    await replica.stop()
  }
})

t.test('helm test: the check says that all is well, with the rights of its own account', async t => {
  await release.startReplica(t)
  await injected()
  const hooks = await succeeded(helm(['get', 'hooks', name, '-n', namespace]))
  const check = objectOf(objectsIn(hooks), 'Pod', `${name}-check`)
  const others = hooks.split(/^---$/m).filter(text => !/^kind: Pod$/m.test(text))
  await succeeded(cluster.kubectl(['apply', '-n', namespace, '-f', '-'], { stdin: others.join('---\n') }))
  const { ended } = await startChartPod(t, cluster, { namespace, spec: memberOf(check, 'spec') })
  const { code, printed } = await ended
  t.equal(code, 0, printed)
  t.match(printed, /^ok +order: /m, 'it may see the other webhooks')
  await succeeded(cluster.kubectl(['delete', '-n', namespace, '-f', '-'], { stdin: others.join('---\n') }))
})

t.test('break-glass: without the configuration pods are created as they are; an upgrade brings it back', async t => {
  await release.startReplica(t)
  await injected()
  await succeeded(cluster.kubectl(['delete', 'mutatingwebhookconfiguration,validatingwebhookconfiguration', name]))
  await until('pods come back as they are', async () => {
    const { code, stdout } = await dryRun(pod)
    return code === 0 && !stdout.includes(networksKey)
  })
  await succeeded(helm(['upgrade', name, chart, '-n', namespace, '--reuse-values']))
  await release.leadHere()
  await injected()
})

t.test('uninstalled: nothing is left, and pods are created', async t => {
  await succeeded(helm(['uninstall', name, '-n', namespace]))
  const kinds = [
    'mutatingwebhookconfigurations',
    'validatingwebhookconfigurations',
    'clusterroles',
    'clusterrolebindings',
  ]
  const own = [
    'all',
    'secrets',
    'configmaps',
    'roles',
    'rolebindings',
    'serviceaccounts',
    'networkpolicies',
    'net-attach-def',
  ]
  const selector = ['-l', `app.kubernetes.io/instance=${name}`, '-A', '-o', 'name']
  const left = () => succeeded(cluster.kubectl(['get', [...kinds, ...own, 'poddisruptionbudgets'].join(), ...selector]))
  let last = ''
  const look = async () => (last = await left()) === ''
  await until('all objects are gone', look, { explain: () => last, within: 20_000 })
  const created = await until('the API server has heard of it', async () => {
    const result = await cluster.kubectl(['create', '-f', '-'], { stdin: pod })
    return result.code === 0 && result
  })
  t.equal(created.stderr, '')
})

function dryRun(text: string) {
  return cluster.kubectl(['apply', '--dry-run=server', '-o', 'yaml', '-f', '-'], { stdin: text })
}

/** The API server hears of a changed caBundle a little later. */
async function injected(): Promise<void> {
  let last = ''
  const look = async () => {
    const { code, stdout, stderr } = await dryRun(pod)
    last = stderr
    const networks = memberOf(code === 0 ? parse(stdout) : undefined, 'metadata', 'annotations', networksKey)
    return networks === 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
  }
  await until('the pod comes back complete', look, { explain: () => last, within: 20_000 })
}
