import t from 'tap'
import { createNetworkJudge } from '../../../src/bonding/network-verdict.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { createPolicyJudge } from '../../../src/bonding/sriov-policy-verdict.ts'
import { createWorkloadJudge } from '../../../src/bonding/workload-verdict.ts'
import { gatherContent } from '../../../src/manifests/content/gather-content.ts'
import { judgeContent } from '../../../src/manifests/lint/judge-content.ts'
import { bondConfig, network, networks, pod, sriov } from './linted.ts'

function judged(texts: readonly string[]) {
  const files = texts.map((text, index) => ({ file: `${index}.yaml`, text }))
  const content = gatherContent({ files, problems: [] }, 'demo')
  const plan = createPlanner(defaultPolicy)
  return judgeContent(content, {
    plan,
    judgeNetwork: createNetworkJudge(defaultPolicy, 'documented'),
    judgeWorkload: createWorkloadJudge(defaultPolicy),
    judgePolicies: createPolicyJudge(defaultPolicy),
    namespace: 'demo',
  })
}
const rulesOf = (texts: readonly string[]) => judged(texts).findings.map(({ finding }) => finding.rule)
const links = `${sriov('sriovnet1')}---\n${sriov('sriovnet2')}`
const linked = '{bond-injector.io/links: "sriovnet1,sriovnet2"}'

t.test('a mistake of a network is told once, however many pods use it', async t => {
  const bond = network('bond-net1', bondConfig({ failOverMac: '0' }), linked)
  t.strictSame(rulesOf([links, bond, pod('a'), pod('b')]), ['fail-over-mac-required'])
})

t.test('also where the pods are in another namespace, and do not see what the network holds', async t => {
  const bond = network('bond-net1', bondConfig({ failOverMac: '0' }), linked)
  const far = pod('a', 'labels: {bond-injector.io/bond: ""}\n  annotations: {bond-injector.io/bonds: demo/bond-net1}')
  const { findings } = judged([links, bond, far.replace('name: a', 'name: a\n  namespace: apps')])
  const ofNetworks = findings.filter(({ finding }) => finding.object.kind === 'NetworkAttachmentDefinition')
  t.strictSame(
    ofNetworks.map(({ finding }) => finding.message),
    ['0, but mode active-backup needs 1'],
  )
})

t.test('two mistakes of one rule in one network are two', async t => {
  const bond = network('bond-net1', bondConfig({ links: '[{"name": "net1"}, {}, {}]' }), '{}')
  t.strictSame(rulesOf([bond]), ['link-named', 'link-named'])
})

t.test('what only the pod shows about networks is told with the pod', async t => {
  const texts = [sriov('sriovnet1', ', "vlan": 1'), sriov('sriovnet2', ', "vlan": 2')]
  const bond = network('bond-net1', bondConfig(), linked)
  t.strictSame(rulesOf([...texts, bond]), [], 'by itself each network is right')
  const { findings, pods } = judged([...texts, bond, pod('a')])
  t.strictSame(
    findings.map(({ finding, object }) => [finding.rule, object.file]),
    [['vlans-equal', '1.yaml']],
  )
  t.equal(pods, 1)
})

t.test('a pod that the API server refuses counts, and no rule speaks about it', async t => {
  t.match(judged([networks, pod('a').replace(/ {2}containers[^]*/, '  x: 1\n')]), { findings: [], pods: 1 })
})
