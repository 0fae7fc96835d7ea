import t from 'tap'
import { createNetworkJudge } from '../../../src/bonding/network-verdict.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { fileProblem } from '../../../src/manifests/manifest-problem.ts'
import { bondConfig, brief, linted, network, networks, pod, sriov } from './linted.ts'

interface Case {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly found: readonly string[]
  readonly outcome: 'fine' | 'errors' | 'unreadable'
}

const miimon = network('bond-net1', bondConfig({ miimon: '100' }))
const perNode = bondConfig({ ipam: '{"type": "host-local", "subnet": "10.0.0.0/24"}' })
const deployment = (metadata: string, template: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web${metadata}}
spec:
  template:
    metadata: {${template}}
    spec: {containers: [{name: app}]}
`
const label = 'labels: {bond-injector.io/bond: bond-net1}'

const cases: readonly Case[] = [
  { name: 'nothing wrong', files: { 'a.yaml': networks, 'b.yaml': pod('p') }, found: [], outcome: 'fine' },
  {
    name: 'a mistake inside a config, at its own line and column',
    files: { 'bond.yaml': miimon },
    found: ['bond.yaml:15:17 error miimon-string'],
    outcome: 'errors',
  },
  {
    name: 'advice about a network, which no pod is told',
    files: {
      'bond.yaml': network('bond-net1', perNode),
      'links.yaml': networks.split('---\n').slice(0, 2).join('---\n'),
    },
    found: ['bond.yaml:17:24 warning host-local-per-node'],
    outcome: 'fine',
  },
  {
    name: 'a network that two pods use: its mistake once, where it is made',
    files: { 'a.yaml': pod('a'), 'bond.yaml': `${miimon}---\n${sriov('s1')}---\n${sriov('s2')}`, 'z.yaml': pod('b') },
    found: ['bond.yaml:15:17 error miimon-string'],
    outcome: 'errors',
  },
  {
    name: 'a pod whose bond is not among the files',
    files: { 'a.yaml': pod('p', 'labels: {bond-injector.io/bond: bond-net2}'), 'n.yaml': networks },
    found: ['a.yaml:5:35 error bond-network-exists'],
    outcome: 'errors',
  },
  {
    name: 'a template, at the path of the workload',
    files: { 'a.yaml': deployment('', 'labels: {bond-injector.io/bond: bond-net2}'), 'n.yaml': networks },
    found: ['a.yaml:6:48 error bond-network-exists'],
    outcome: 'errors',
  },
  {
    name: 'an annotation where the label should be',
    files: { 'a.yaml': pod('p', 'annotations: {bond-injector.io/bond: bond-net1}') },
    found: ['a.yaml:5:40 error label-not-annotation'],
    outcome: 'errors',
  },
  {
    name: 'a label on the workload instead of its template',
    files: { 'a.yaml': deployment(`, ${label}`, ''), 'n.yaml': networks },
    found: ['a.yaml:3:55 error label-on-template'],
    outcome: 'errors',
  },
  {
    name: 'a pod without the label, whatever its annotations say',
    files: { 'a.yaml': pod('p', 'annotations: {k8s.v1.cni.cncf.io/networks: "no-such,,"}') },
    found: [],
    outcome: 'fine',
  },
  {
    name: 'a broken document: one finding, and the rest is judged',
    files: { 'a.yaml': `foo: [\n---\n${miimon}---\nkind: Pod\n` },
    found: ['a.yaml:1:6 error bracket', 'a.yaml:17:17 error miimon-string', 'a.yaml:21:1 error object'],
    outcome: 'unreadable',
  },
  {
    name: 'the same network twice',
    files: { 'a.yaml': sriov('s1'), 'b.yaml': sriov('s1') },
    found: ['b.yaml:1:1 error duplicate-network'],
    outcome: 'unreadable',
  },
  {
    name: 'files in their order, and places in the order of the file',
    files: { 'z.yaml': miimon, 'a.yaml': network('b2', bondConfig({ mode: '"active"', miimon: '1' })) },
    found: ['z.yaml:15:17 error miimon-string', 'a.yaml:12:15 error mode-known', 'a.yaml:15:17 error miimon-string'],
    outcome: 'errors',
  },
  {
    name: 'objects of other kinds',
    files: {
      'a.yaml': 'apiVersion: sriovnetwork.openshift.io/v1\nkind: OVSNetwork\nmetadata: {name: a}\nspec: {vlan: 5000}\n',
      'b.yaml': 'apiVersion: sriovnetwork.openshift.io/v1\nkind: SriovIBNetwork\nmetadata: {name: a}\n',
      'c.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {config: "{"}\n',
    },
    found: [],
    outcome: 'fine',
  },
]
for (const { name, files, found, outcome } of cases) {
  t.test(name, async t => {
    const lint = linted(files)
    const told = lint.findings.filter(({ rule }) => rule !== 'links-by-discovery')
    t.strictSame(told.map(brief), found)
    t.equal(lint.outcome, outcome)
  })
}

t.test('what could not even be opened comes first', async t => {
  const problem = fileProblem('gone.yaml', 'unreadable', 'does not exist', 'Check the path')
  const lint = linted({ 'a.yaml': miimon }, {}, [problem])
  t.strictSame(lint.findings.map(brief), ['gone.yaml:0:0 error unreadable', 'a.yaml:15:17 error miimon-string'])
  t.equal(lint.outcome, 'unreadable')
})

t.test('a warning about a file is no reason to call it unreadable', async t => {
  const lint = linted({ 'a.yaml': `${networks}...\nmore: text\n` })
  t.strictSame(
    lint.findings.map(({ severity, certainty }) => [severity, certainty]),
    [['warning', null]],
  )
  t.equal(lint.outcome, 'fine')
})

const hints = [
  { name: 'nothing in the files', files: { 'a.yaml': '' }, hints: ['nothing-to-judge'] },
  { name: 'a bond is missing, and there is no network at all', files: { 'a.yaml': pod('p') }, hints: ['no-networks'] },
  {
    name: 'a bond is missing, but there are networks',
    files: { 'a.yaml': pod('p'), 'b.yaml': sriov('s') },
    hints: [],
  },
  {
    name: 'a bond is missing, and a file could not be read',
    files: { 'a.yaml': pod('p'), 'b.yaml': 'a: [' },
    hints: ['networks-unread'],
  },
  { name: 'two pods miss their bond', files: { 'a.yaml': pod('p'), 'b.yaml': pod('q') }, hints: ['no-networks'] },
  { name: 'nothing is missing', files: { 'a.yaml': networks }, hints: [] },
]
for (const { name, files, hints: expected } of hints) {
  t.test(`hint: ${name}`, async t => {
    t.strictSame(linted(files).hints, expected)
  })
}

t.test('numbers: files, networks, pods', async t => {
  const {
    files,
    networks: count,
    pods,
  } = linted({
    'a.yaml': networks,
    'b.yaml': pod('p'),
    'c.yaml': deployment('', label),
    'd.yaml': '',
  })
  t.strictSame([files.length, count, pods], [4, 3, 2])
})

t.test('less certain than asked for is not told; files that cannot be read are', async t => {
  const files = { 'a.yaml': network('bond-net1', bondConfig({ miimon: '100', failOverMac: '0' })), 'b.yaml': 'a: [' }
  const rules = (minCertainty: 'refused-at-load' | 'documented') =>
    linted(files, { minCertainty }).findings.map(({ rule }) => rule)
  t.strictSame(rules('documented'), ['fail-over-mac-required', 'miimon-string', 'bracket'])
  t.strictSame(rules('refused-at-load'), ['miimon-string', 'bracket'])
})

t.test('a site’s severities', async t => {
  const policy = { ...defaultPolicy, severities: new Map([['fail-over-mac-required', 'warning'] as const]) }
  const judges = { plan: createPlanner(policy), judgeNetwork: createNetworkJudge(policy, 'documented') }
  const { findings, outcome } = linted({ 'a.yaml': network('b', bondConfig({ failOverMac: '0' })) }, judges)
  t.strictSame(findings.map(brief), ['a.yaml:13:22 warning fail-over-mac-required'])
  t.equal(outcome, 'fine')
})

t.test('objects without a namespace are in the one that is given', async t => {
  const { findings } = linted({ 'a.yaml': miimon }, { namespace: 'prod' })
  t.match(findings, [{ object: { namespace: 'prod', name: 'bond-net1' }, field: 'prod/bond-net1 spec.config.miimon' }])
})
