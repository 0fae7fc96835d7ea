import t from 'tap'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { sriovPolicyRules } from '../../../src/bonding/rules/sriov-policy/all.ts'
import { createPolicyJudge } from '../../../src/bonding/sriov-policy-verdict.ts'
import { bondConfig, brief, linted, network, networks, pod, sriov } from './linted.ts'
import { bonded, policies, policy, ports } from './policies.ts'

const vfio = policy('sriovnet1', { ...ports.one, deviceType: 'vfio-pci' })
const second = policy('sriovnet2', ports.two)
const found = (files: Readonly<Record<string, string>>) => linted(files).findings.map(brief)

const cases: readonly {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly found: readonly string[]
}[] = [
  { name: 'nothing wrong', files: { 'nads.yaml': networks, 'policies.yaml': policies }, found: [] },
  {
    name: 'what a policy says stands at the field of the policy',
    files: { 'nads.yaml': networks, 'policies.yaml': `${second}---\n${vfio}` },
    found: ['policies.yaml:20:15 error link-device-type'],
  },
  {
    name: 'an entry of a list stands at the entry',
    files: {
      'nads.yaml': networks,
      'policies.yaml': [
        policy('sriovnet1', { nicSelector: '{pfNames: [ens1f0#0-3]}' }),
        policy('sriovnet2', { nicSelector: '{pfNames: [ens3f0, ens1f0#4-7]}' }),
      ].join('---\n'),
    },
    found: ['policies.yaml:19:35 warning links-on-one-port'],
  },
  {
    name: 'what a policy lacks stands at what is around it',
    files: {
      'nads.yaml': bonded({ mtu: '9000' }),
      'policies.yaml': `${policy('sriovnet1', { ...ports.one, mtu: '9000' })}---\n${second}`,
    },
    found: ['policies.yaml:18:3 warning policy-mtu-given'],
  },
  {
    name: 'what can be mended in the bond stands in its config',
    files: {
      'nads.yaml': bonded({ mtu: '9000' }),
      'policies.yaml': [
        policy('sriovnet1', { ...ports.one, mtu: '9000' }),
        policy('sriovnet2', { ...ports.two, mtu: '1500' }),
      ].join('---\n'),
    },
    found: ['nads.yaml:35:14 error bond-mtu-within-policies'],
  },
  {
    name: 'a resource that no policy makes stands at the network',
    files: { 'nads.yaml': networks, 'policies.yaml': policy('sriovnet1', ports.one) },
    found: ['nads.yaml:14:50 warning link-resource-advertised'],
  },
  {
    name: 'policies for other bonds than those here',
    files: { 'nads.yaml': network('bond-net1', bondConfig()), 'policies.yaml': vfio },
    found: [],
  },
  {
    name: 'two policies of one name, as overlays have them: the first',
    files: { 'nads.yaml': networks, 'a.yaml': policies, 'b.yaml': vfio },
    found: [],
  },
  {
    name: 'a layer of kustomize that changes a policy',
    files: {
      'nads.yaml': networks,
      'a.yaml': policies,
      'b.yaml': vfio.replace('  resourceName: sriovnet1\n', '').replace('name: sriovnet1', 'name: other'),
    },
    found: [],
  },
]
for (const { name, files, found: expected } of cases) {
  t.test(name, async t => {
    t.strictSame(found(files), expected)
  })
}

const unpinned = [sriov('sriovnet1'), sriov('sriovnet2'), network('bond-net1', bondConfig())].join('---\n')
const list = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'

t.test('the links of a bond by the pods that are given', async t => {
  t.strictSame(found({ 'nads.yaml': unpinned, 'policies.yaml': `${vfio}---\n${second}` }), [], 'nobody says them')
  const labelled = pod(
    'a',
    `labels: {bond-injector.io/bond: bond-net1}\n  annotations: {k8s.v1.cni.cncf.io/networks: "${list}"}`,
  )
  const plain = pod('a', `annotations: {k8s.v1.cni.cncf.io/networks: "${list}"}`)
  for (const written of [labelled, plain]) {
    t.strictSame(found({ 'nads.yaml': unpinned, 'policies.yaml': `${vfio}---\n${second}`, 'pod.yaml': written }), [
      'policies.yaml:10:15 error link-device-type',
    ])
  }
})

t.test('many pods, one finding', async t => {
  const pods = ['a', 'b', 'c'].map(name => pod(name)).join('---\n')
  const files = { 'nads.yaml': networks, 'policies.yaml': `${vfio}---\n${second}`, 'pods.yaml': pods }
  t.strictSame(found(files), ['policies.yaml:10:15 error link-device-type'])
})

t.test('a finding at a policy names the policy', async t => {
  const { findings, outcome } = linted({ 'nads.yaml': networks, 'policies.yaml': `${vfio}---\n${second}` })
  t.equal(outcome, 'errors')
  t.match(findings, [
    {
      object: { kind: 'SriovNetworkNodePolicy', namespace: 'operator', name: 'sriovnet1' },
      path: 'spec.deviceType',
      field: 'operator/sriovnet1 spec.deviceType',
      width: 'vfio-pci'.length,
      message: /link net1 of demo\/bond-net1/,
    },
  ])
})

t.test('networks that the operator makes depend on policies as well', async t => {
  const rendered = (name: string) => `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetwork
metadata: {name: ${name}, namespace: operator}
spec:
  networkNamespace: demo
  resourceName: ${name}
`
  const bond = network('bond-net1', bondConfig(), '{bond-injector.io/links: "sriovnet1,sriovnet2"}')
  const nads = [rendered('sriovnet1'), rendered('sriovnet2'), bond].join('---\n')
  t.strictSame(found({ 'nads.yaml': nads, 'policies.yaml': policies }), [])
  t.strictSame(found({ 'nads.yaml': nads, 'policies.yaml': `${vfio}---\n${second}` }), [
    'policies.yaml:10:15 error link-device-type',
  ])
  t.strictSame(found({ 'nads.yaml': nads, 'policies.yaml': policy('sriovnet1', ports.one) }), [
    'nads.yaml:13:17 warning link-resource-advertised',
  ])
})

t.test('an author can give a reason on the policy', async t => {
  const reason = '  annotations: {bond-injector.io/ignore: "link-device-type: DPDK bonds it"}\nspec:'
  const files = { 'nads.yaml': networks, 'policies.yaml': `${vfio.replace('spec:', reason)}---\n${second}` }
  const { findings, ignored } = linted(files)
  t.strictSame(findings, [])
  t.match(ignored, [{ rule: 'link-device-type', reason: 'DPDK bonds it', file: 'policies.yaml' }])
})

t.test('a site sets severities', async t => {
  const judgePolicies = createPolicyJudge({ ...defaultPolicy, severities: new Map([['link-device-type', 'warning']]) })
  const files = { 'nads.yaml': networks, 'policies.yaml': `${vfio}---\n${second}` }
  t.strictSame(linted(files, { judgePolicies }).findings.map(brief), ['policies.yaml:10:15 warning link-device-type'])
})

t.test('less certain than asked for is not told', async t => {
  const files = { 'nads.yaml': networks, 'policies.yaml': policy('sriovnet1', ports.one) }
  t.strictSame(linted(files, { minCertainty: 'kernel' }).findings, [])
})

const all = sriovPolicyRules.length
const counts = [
  { name: 'bonds of virtual functions', files: { 'a.yaml': networks }, unchecked: all },
  { name: 'with policies', files: { 'a.yaml': networks, 'b.yaml': policies }, unchecked: 0 },
  { name: 'with a policy for something else', files: { 'a.yaml': networks, 'b.yaml': policy('other') }, unchecked: 0 },
  { name: 'a bond by itself', files: { 'a.yaml': network('bond-net1', bondConfig()) }, unchecked: 0 },
  { name: 'links by themselves', files: { 'a.yaml': sriov('sriovnet1') }, unchecked: 0 },
  { name: 'nothing', files: { 'a.yaml': '' }, unchecked: 0 },
]
for (const { name, files, unchecked } of counts) {
  t.test(`rules that cannot be asked: ${name}`, async t => {
    t.equal(linted(files).unchecked, unchecked)
  })
}
