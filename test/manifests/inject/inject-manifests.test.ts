import t from 'tap'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import type { Format } from '../../../src/manifests/inject/formats.ts'
import { injectManifests } from '../../../src/manifests/inject/inject-manifests.ts'
import { fileProblem } from '../../../src/manifests/manifest-problem.ts'

const pod = (name: string, label = 'bond-net1') => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: {bond-injector.io/bond: ${label}}
spec:
  containers:
  - name: app
`
const config = (value: object) => JSON.stringify(value)
const network = (name: string, value: object, annotations = {}) => `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: ${name}, annotations: ${JSON.stringify(annotations)}}
spec:
  config: '${config(value)}'
`
const sriov = (name: string) =>
  network(name, { cniVersion: '1.0.0', type: 'sriov' }, { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/${name}` })
const bond = {
  type: 'bond',
  cniVersion: '0.3.1',
  mode: 'active-backup',
  failOverMac: 1,
  linksInContainer: true,
  miimon: '100',
  links: [{ name: 'net1' }, { name: 'net2' }],
}
const networks = [sriov('a1'), sriov('a2'), network('bond-net1', bond, { 'bond-injector.io/links': 'a1,a2' })].join(
  '---\n',
)

/** Files by name, as they come one behind the other. */
function run(files: Readonly<Record<string, string>>, format: Format = 'yaml', problems = [] as const) {
  const plan = createPlanner(defaultPolicy)
  const read = Object.entries(files).map(([file, text]) => ({ file, text }))
  return injectManifests({ files: read, problems }, { plan, namespace: 'demo', format })
}

const added = `  annotations:
    k8s.v1.cni.cncf.io/networks: a1@net1,a2@net2,bond-net1@bond0
    bond-injector.io/status: '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"network","links":[{"interface":"net1","network":"demo/a1"},{"interface":"net2","network":"demo/a2"}]}]}'
`

t.test('pods and networks in one file: the whole of it, and only the pod changes', async t => {
  const { outcome, output } = run({ 'all.yaml': `${networks}---\n${pod('a')}` })
  t.equal(outcome, 'injected')
  const lines = `${networks}---\n${pod('a')}`.split('\n')
  t.ok(output.includes(added))
  t.ok(output.startsWith(`${networks}---\n`))
  t.strictSame(
    output.split('\n').filter(line => lines.includes(line)),
    lines,
  )
})

const kinds: readonly { kind: string; apiVersion: string; indent: number; around: string }[] = [
  { kind: 'Deployment', apiVersion: 'apps/v1', indent: 4, around: 'spec:\n  template:\n' },
  { kind: 'StatefulSet', apiVersion: 'apps/v1', indent: 4, around: 'spec:\n  template:\n' },
  { kind: 'DaemonSet', apiVersion: 'apps/v1', indent: 4, around: 'spec:\n  template:\n' },
  { kind: 'ReplicaSet', apiVersion: 'apps/v1', indent: 4, around: 'spec:\n  template:\n' },
  { kind: 'Job', apiVersion: 'batch/v1', indent: 4, around: 'spec:\n  template:\n' },
  { kind: 'CronJob', apiVersion: 'batch/v1', indent: 8, around: 'spec:\n  jobTemplate:\n    spec:\n      template:\n' },
  { kind: 'ReplicationController', apiVersion: 'v1', indent: 4, around: 'spec:\n  template:\n' },
  { kind: 'PodTemplate', apiVersion: 'v1', indent: 2, around: 'template:\n' },
  { kind: 'DeploymentConfig', apiVersion: 'apps.openshift.io/v1', indent: 4, around: 'spec:\n  template:\n' },
]
for (const { kind, apiVersion, indent, around } of kinds) {
  t.test(`the template of a ${kind} is completed where it stands`, async t => {
    const inside = (text: string) => text.replaceAll(/^(?=.)/gm, ' '.repeat(indent))
    const template = pod('x').split('\n').slice(2).join('\n').replace('  name: x\n', '')
    const head = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: web}\n${around}`
    const { outcome, output, remarks } = run({ 'networks.yaml': networks, 'w.yaml': head + inside(template) })
    t.equal(outcome, 'injected', JSON.stringify(remarks))
    t.ok(output.startsWith(head))
    t.ok(output.includes(inside(added)), output)
  })
}

t.test('a finding about a template is told on the workload, at the line of the template', async t => {
  const job = `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec:
  template:
    metadata:
      labels: {bond-injector.io/bond: bond-net1}
      annotations:
        bond-injector.io/container: web
    spec:
      containers: [{name: app}]
`
  const { outcome, remarks } = run({ 'networks.yaml': networks, 'job.yaml': job })
  t.equal(outcome, 'refused')
  t.match(
    remarks.filter(({ severity }) => severity === 'error'),
    [
      {
        file: 'job.yaml',
        line: 9,
        column: 37,
        text: /^job spec\.template\.metadata\.annotations\[bond-injector\.io\/container\]: /,
      },
    ],
  )
})

t.test('an anchor that several pods share: nothing is printed rather than something wrong', async t => {
  const shared = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: a, labels: {bond-injector.io/bond: bond-net1}}
  spec: &spec
    containers:
    - name: app
- apiVersion: v1
  kind: Pod
  metadata: {name: plain}
  spec: *spec
`
  const yaml = run({ 'networks.yaml': networks, 'list.yaml': shared })
  t.match(yaml, { outcome: 'refused', output: '' })
  t.match(
    yaml.remarks.filter(({ severity }) => severity === 'error'),
    [{ file: 'list.yaml', text: /spec/ }],
  )
  const { outcome, output } = run({ 'networks.yaml': networks, 'list.yaml': shared }, 'json')
  t.equal(outcome, 'injected', 'in JSON there is nothing to share')
  t.match(JSON.parse(output), {
    items: [{ spec: { containers: [{ resources: {} }] } }, { metadata: { name: 'plain' } }],
  })
  t.notMatch(JSON.stringify((JSON.parse(output) as { items: unknown[] }).items[1]), 'resources')
})

t.test('what is wrong stands in the order of files and lines, each once', async t => {
  const { remarks } = run({
    'b.yaml': `${pod('b', 'none')}---\n${pod('c', 'none')}`,
    'a.yaml': 'kind: [\n',
    'networks.yaml': networks,
  })
  const errors = remarks.filter(({ severity }) => severity === 'error')
  t.strictSame(
    errors.map(({ file, line }) => `${file}:${line}`),
    ['b.yaml:5', 'b.yaml:14', 'a.yaml:1'],
  )
})

t.test('two pods that use one bad network: it is told once, at its place in its file', async t => {
  const bad = network('bond-net1', { ...bond, miimon: 100 }, { 'bond-injector.io/links': 'a1,a2' })
  const { remarks } = run({
    'pods.yaml': `${pod('a')}---\n${pod('b')}`,
    'n.yaml': `${sriov('a1')}---\n${sriov('a2')}---\n${bad}`,
  })
  const text = bad.split('\n')[4] ?? ''
  t.match(
    remarks.filter(({ severity }) => severity === 'error'),
    [{ file: 'n.yaml', line: 17, column: text.indexOf('100') + 1, text: /^demo\/bond-net1 spec\.config\.miimon: / }],
  )
})

t.test('a file that comes twice is one file', async t => {
  const plan = createPlanner(defaultPolicy)
  const files = [
    { file: 'all.yaml', text: `${networks}---\n${pod('a')}` },
    { file: 'all.yaml', text: `${networks}---\n${pod('a')}` },
  ]
  const { outcome, output } = injectManifests({ files, problems: [] }, { plan, namespace: 'demo', format: 'patch' })
  t.equal(outcome, 'injected')
  t.equal((JSON.parse(output) as unknown[]).length, 1)
})

const hints: readonly { name: string; files: Readonly<Record<string, string>>; hints: readonly string[] }[] = [
  { name: 'no pod', files: { 'n.yaml': networks }, hints: ['no-pods'] },
  { name: 'no file', files: {}, hints: ['no-pods'] },
  { name: 'no network, and one is needed', files: { 'p.yaml': pod('a') }, hints: ['no-networks'] },
  { name: 'no network, and the only one is needed', files: { 'p.yaml': pod('a', '""') }, hints: ['no-networks'] },
  { name: 'another network is needed', files: { 'p.yaml': pod('a', 'x'), 'n.yaml': networks }, hints: [] },
  {
    name: 'unreadable, and something missing',
    files: { 'p.yaml': pod('a'), 'x.yaml': '[' },
    hints: ['networks-unread'],
  },
  { name: 'unreadable, and nothing missing', files: { 'x.yaml': '[' }, hints: [] },
  { name: 'all is well', files: { 'p.yaml': pod('a'), 'n.yaml': networks }, hints: [] },
  { name: 'a pod without a label', files: { 'p.yaml': pod('a').replace('bond-injector.io/bond', 'app') }, hints: [] },
]
for (const { name, files, hints: expected } of hints) {
  t.test(`hints: ${name}`, async t => t.strictSame(run(files).hints, expected))
}

t.test('a file that could not be read at all is told first, and the rest is judged', async t => {
  const problems = [fileProblem('none.yaml', 'unreadable', 'does not exist', 'Check the path')]
  const plan = createPlanner(defaultPolicy)
  const files = [{ file: 'p.yaml', text: pod('a', 'x') }]
  const { outcome, output, remarks } = injectManifests({ files, problems }, { plan, namespace: 'demo', format: 'json' })
  t.equal(outcome, 'unreadable')
  t.equal(output, '')
  t.strictSame(
    remarks.map(({ file, line }) => [file, line]),
    [
      ['none.yaml', 0],
      ['p.yaml', 5],
    ],
  )
})
