import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createObject } from './create-object.ts'
import { labelledPod } from './labelled-pod.ts'
import { sharedCluster } from './shared-cluster.ts'
import { storedNetworks } from './stored-networks.ts'
import { createAccount } from './webhook-account.ts'

// `kubectl bond ...`, found by a real kubectl on its PATH. No webhook is registered here.

const cluster = sharedCluster()
const namespace = 'plugin'
const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')

const bin = t.testdir({})
for (const name of ['kubectl-bond', 'kubectl_complete-bond']) {
  symlinkSync(main, join(bin, `${name}.ts`))
  writeFileSync(join(bin, name), `#!/bin/sh\nexec "${process.execPath}" "${join(bin, `${name}.ts`)}" "$@"\n`)
  chmodSync(join(bin, name), 0o755)
}
process.env['PATH'] = `${bin}:${process.env['PATH'] ?? ''}`

const bond = (args: readonly string[], stdin = '') => cluster.kubectl(['bond', ...args], { stdin })
/** Without the breaks of lines of 80 columns. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
const podText = (name: string, label: string) => JSON.stringify(labelledPod({ namespace, name }, label))

await cluster.createNamespace(namespace)
await cluster.installNetworkAttachmentDefinitionCrd()
const networks = storedNetworks(cluster, namespace)
await networks.createBondAndLinks()
const pods = `/api/v1/namespaces/${namespace}/pods`
await createObject(cluster, pods, labelledPod({ namespace, name: 'untouched' }, 'bond-net1'))

t.test('inject: the networks that the file does not define are those of the cluster', async t => {
  const { code, stdout, stderr } = await bond(
    ['inject', '-f', '-', '-n', namespace, '-o', 'patch'],
    podText('new', 'bond-net1'),
  )
  t.equal(code, 0, stderr)
  t.match(stdout, 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0')
  t.match(stderr, /^stdin:1:\d+: warning: pod .*by discovery/)
})

t.test('inject: a network of the files counts before that of the cluster', async t => {
  const link = { apiVersion: 'k8s.cni.cncf.io/v1', kind: 'NetworkAttachmentDefinition' }
  const third = {
    ...link,
    metadata: { name: 'sriovnet3', annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'a/b' } },
    spec: { config: '{"type":"sriov"}' },
  }
  const both = `${podText('new', 'bond-net1')}\n---\n${JSON.stringify(third)}`
  const { code, stdout, stderr } = await bond(['inject', '-f', '-', '-n', namespace], both)
  t.equal(code, 1)
  t.equal(stdout, '')
  t.match(stderr, 'sriovnet1, sriovnet2, sriovnet3')
})

t.test('lint -f: as inject, and a network that neither has is an error', async t => {
  t.match(await bond(['lint', '-f', '-', '-n', namespace], podText('new', 'bond-net1')), { code: 0, stderr: '' })
  const { code, stdout } = await bond(['lint', '-f', '-', '-n', namespace], podText('new', 'bond-nett1'))
  t.equal(code, 1)
  t.match(stdout, 'rule: bond-network-exists')
  t.match(stdout, 'bond-net1', 'the name is suggested')
  t.notMatch(stdout, 'give the files')
})

t.test('lint without -f: what is in the namespace', async t => {
  const template = {
    metadata: { labels: { app: 'web', 'bond-injector.io/bond': 'bond-nett1' } },
    spec: labelledPod({ namespace, name: 'x' }, '').spec,
  }
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace },
    spec: { selector: { matchLabels: { app: 'web' } }, template },
  }
  await createObject(cluster, `/apis/apps/v1/namespaces/${namespace}/deployments`, deployment)
  const { code, stdout, stderr } = await bond(['lint', '-n', namespace, '--min-certainty', 'refused-at-add'])
  t.equal(stderr, '')
  t.equal(code, 1)
  t.match(stdout, /^deployment\/web:\d+:\d+: error: deployment\n/)
  t.match(stdout, '(3 networks, 2 pods and workloads)')
})

t.test('explain: a pod that the webhook never saw', async t => {
  const { code, stdout, stderr } = await bond(['explain', 'pod/untouched', '-n', namespace])
  t.equal(code, 0, stderr)
  t.match(stdout, /^pod plugin\/untouched: the webhook completes it\n/)
  t.match(stdout, 'row 4, nobody says so')
  t.match(flat(stdout), 'it has not been through the webhook')
})

t.test('explain: a completed pod, and what became of its networks since', async t => {
  const { stdout: completed } = await bond(
    ['inject', '-f', '-', '-n', namespace, '-o', 'json'],
    podText('completed', 'bond-net1'),
  )
  await cluster.kubectl(['create', '-f', '-', '-n', namespace], { stdin: completed })
  const explain = () => bond(['explain', 'po/completed', '-n', namespace])
  t.match(await explain(), { code: 0, stdout: /complete, the webhook has nothing to add[^]*says the same/ })
  await networks.createLink('sriovnet3', 'openshift.io/port2')
  const { code, stdout } = await explain()
  t.equal(code, 1)
  t.match(stdout, /^pod plugin\/completed: refused\n/)
  t.match(flat(stdout), 'it was completed once; made anew now it would be refused')
  await networks.remove('sriovnet3')
})

t.test('explain: a template', async t => {
  const { code, stdout } = await bond(['explain', 'deploy/web', '-n', namespace, '-o', 'json'])
  t.equal(code, 1)
  const [explanation] = JSON.parse(stdout) as readonly { findings: readonly { rule: string; field: string }[] }[]
  t.match(explanation?.findings, [
    { rule: 'bond-network-exists', field: /^deployment spec\.template\.metadata\.labels/ },
  ])
})

t.test('what is not there, or is no kind of ours', async t => {
  const missing = 'kubectl bond explain: there is no pod nobody in namespace plugin\n'
  t.match(await bond(['explain', 'pod/nobody', '-n', namespace]), { code: 2, stdout: '', stderr: missing })
  t.match(await bond(['explain', 'svc/web', '-n', namespace]), { code: 2, stderr: /no kind "svc" that holds pods/ })
})

t.test('the namespace is that of the context, and --context and --kubeconfig choose it', async t => {
  const config = JSON.parse(readFileSync(cluster.kubeconfig, 'utf8')) as {
    contexts: { name: string; context: object }[]
  }
  const [first] = config.contexts
  const mine = { name: 'mine', context: { ...first?.context, namespace } }
  const file = join(bin, 'kubeconfig')
  writeFileSync(file, JSON.stringify({ ...config, contexts: [...config.contexts, mine] }))
  const flags = ['--kubeconfig', file, '--context', 'mine']
  t.match(await bond(['explain', 'pod/untouched', ...flags]), { code: 0, stdout: /^pod plugin\/untouched/ })
  t.match(await bond(['explain', 'pod/untouched', '--kubeconfig', file]), { code: 2, stderr: /in namespace default/ })
  t.match(await bond(['inject', '-f', '-', ...flags], podText('new', 'bond-net1')), {
    code: 0,
    stdout: /bond-net1@bond0/,
  })
  t.match(await bond(['check', ...flags]), { stdout: /namespace plugin/ })
  t.match(await bond(['lint', '--context', 'none']), {
    code: 2,
    stderr: /^kubectl bond lint: there is no context "none"/,
  })
})

t.test('an account that may not read says what it needs', async t => {
  const { kubeconfig } = await createAccount(cluster, namespace)
  const flags = ['--kubeconfig', kubeconfig, '-n', namespace]
  const injected = await bond(['inject', '-f', '-', ...flags], podText('new', 'bond-net1'))
  t.match(injected, {
    code: 2,
    stdout: '',
    stderr:
      /^kubectl bond inject: this account may not read it: .*Allow get and list of network-attachment-definitions\.k8s\.cni\.cncf\.io/,
  })
  const { code, stdout } = await bond(['lint', ...flags])
  t.equal(code, 2)
  t.match(flat(stdout), 'deployments.apps of namespace plugin: error: this account may not read it')
})

t.test('kubectl completes what stands behind it', async t => {
  const complete = async (...words: readonly string[]) =>
    (await cluster.kubectl(['__complete', 'bond', ...words])).stdout
  t.match(await complete('l'), /^lint\t/)
  t.match(await complete('lint', '-o', 's'), /^sarif\n/)
  t.notMatch(await complete(''), 'serve')
})
