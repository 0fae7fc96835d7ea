import t from 'tap'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { injectManifests } from '../../../src/manifests/inject/inject-manifests.ts'
import { bondConfig, network, pod } from '../lint/linted.ts'

const sriovNetwork = (name: string, spec = '') => `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetwork
metadata: {name: ${name}, namespace: openshift-sriov-network-operator}
spec:
  networkNamespace: demo
  resourceName: ${name}
${spec}`

function run(text: string) {
  const plan = createPlanner(defaultPolicy)
  return injectManifests(
    { files: [{ file: 'all.yaml', text }], problems: [] },
    { plan, namespace: 'demo', format: 'yaml' },
  )
}
const bond = network('bond-net1', bondConfig())
const all = (...texts: readonly string[]) => texts.join('---\n')

t.test('SriovNetworks are the links that the operator will make of them', async t => {
  const { outcome, output } = run(all(sriovNetwork('port0'), sriovNetwork('port1'), bond, pod('p')))
  t.equal(outcome, 'injected')
  t.match(output, 'k8s.v1.cni.cncf.io/networks: port0@net1,port1@net2,bond-net1@bond0')
  t.match(output, 'openshift.io/port0: "1"')
})

t.test('what is wrong with one is told at its own field', async t => {
  const wrong = sriovNetwork('port1', '  vlan: 4095\n')
  const { outcome, remarks } = run(all(sriovNetwork('port0'), wrong, bond, pod('p')))
  t.equal(outcome, 'refused')
  const told = remarks.find(({ text }) => text.includes('vlan-range'))
  t.match(told, { line: 14, column: 9, text: /^demo\/port1 spec\.vlan: 4095, / })
})

t.test(
  'a pod with an annotation instead of the label is told so, and nothing is refused: the webhook never sees it',
  async t => {
    const { outcome, output, remarks } = run(pod('p', 'annotations: {bond-injector.io/bond: bond-net1}'))
    t.equal(outcome, 'injected')
    t.equal(output, pod('p', 'annotations: {bond-injector.io/bond: bond-net1}'))
    t.match(remarks, [{ severity: 'warning', text: /label-not-annotation\]$/ }])
  },
)
