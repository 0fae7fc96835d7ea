import t from 'tap'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { readNetwork } from '../../src/bonding/network.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { type PolicyFinding } from '../../src/bonding/rules/judge.ts'
import { readSriovPolicy } from '../../src/bonding/sriov-policy.ts'
import { createPolicyJudge } from '../../src/bonding/sriov-policy-verdict.ts'
import { bond, sriov } from './scene.ts'

type Specs = Readonly<Record<string, Readonly<Record<string, unknown>>>>
const judge = createPolicyJudge(defaultPolicy)

/** What is said about some bonds over a and b (or other links), and policies by name, which is their resource as well. */
function found(
  specs: Specs,
  bonds: Readonly<Record<string, string>> = { 'bond-net1': 'a,b' },
): readonly PolicyFinding[] {
  const names = ['a', 'b', 'c']
  const made = Object.entries(bonds).map(([name, links]) => {
    const interfaces = links.split(',').map((_, index) => `net${index + 1}`)
    return bond(name, interfaces, { links })
  })
  const networks = [...names.map(name => sriov(name)), ...made].map(readNetwork)
  const policies = Object.entries(specs).flatMap(([name, spec]) => {
    const object = { metadata: { name, namespace: 'operator' }, spec: { resourceName: name, ...spec } }
    return readSriovPolicy(object, 'operator') ?? []
  })
  return judge({ networks, catalogue: new NetworkTable(networks), pods: [], policies })
}

const rulesOf = (findings: readonly PolicyFinding[]) => findings.map(({ rule }) => rule)
const at = (pfName: string, more = {}) => ({ numVfs: 8, nicSelector: { pfNames: [pfName] }, ...more })
const right = { a: at('ens1f0'), b: at('ens2f0'), c: at('ens3f0') }

const cases: readonly {
  readonly name: string
  readonly specs: Specs
  readonly bonds?: Readonly<Record<string, string>>
  readonly rules: readonly string[]
}[] = [
  { name: 'nothing wrong', specs: right, rules: [] },
  { name: 'no policies at all', specs: {}, rules: [] },
  {
    name: 'what two bonds depend on is told once',
    specs: { ...right, a: at('ens1f0', { deviceType: 'vfio-pci' }) },
    bonds: { 'bond-net1': 'a,b', 'bond-net2': 'a,c' },
    rules: ['link-device-type'],
  },
  {
    name: 'two policies of one resource are two',
    specs: {
      ...right,
      a: at('ens1f0', { deviceType: 'vfio-pci' }),
      more: at('ens5f0', { resourceName: 'a', deviceType: 'vfio-pci' }),
    },
    rules: ['link-device-type', 'link-device-type'],
  },
  {
    name: 'links that overlap are refused, and then not said to share a port',
    specs: { ...right, b: at('ens1f0') },
    rules: ['virtual-functions-disjoint'],
  },
  {
    name: 'three links of one port',
    specs: { a: at('ens1f0#0-1'), b: at('ens1f0#2-3'), c: at('ens1f0#4-5') },
    bonds: { 'bond-net1': 'a,b,c' },
    rules: ['links-on-one-port', 'links-on-one-port'],
  },
  {
    name: 'a resource of both links is for the rules about pods',
    specs: right,
    bonds: { 'bond-net1': 'a,a' },
    rules: [],
  },
  {
    name: 'one resource on two kinds of node, with the ports swapped between them',
    specs: {
      a: at('ens1f0', { nodeSelector: { kind: 'x' } }),
      'a-y': at('ens2f0', { resourceName: 'a', nodeSelector: { kind: 'y' } }),
      b: at('ens2f0', { nodeSelector: { kind: 'x' } }),
      'b-y': at('ens1f0', { resourceName: 'b', nodeSelector: { kind: 'y' } }),
    },
    rules: [],
  },
  {
    name: 'a common node by one of several policies',
    specs: {
      a: at('ens1f0', { nodeSelector: { kind: 'x' } }),
      b: at('ens2f0', { nodeSelector: { kind: 'y' } }),
      'b-x': at('ens2f0', { resourceName: 'b', nodeSelector: { kind: 'x' } }),
    },
    rules: [],
  },
  {
    name: 'no common node',
    specs: { a: at('ens1f0', { nodeSelector: { kind: 'x' } }), b: at('ens2f0', { nodeSelector: { kind: 'y' } }) },
    rules: ['links-on-common-nodes'],
  },
  {
    name: 'a card by its vendor, of which nobody knows how many ports it has',
    specs: { a: { numVfs: 1, nicSelector: { vendor: '8086' } }, b: { numVfs: 1, nicSelector: { vendor: '8086' } } },
    rules: [],
  },
  {
    name: 'enough devices from two policies together',
    specs: { a: at('ens1f0', { numVfs: 1 }), more: at('ens5f0', { numVfs: 1, resourceName: 'a' }) },
    bonds: { 'bond-net1': 'a,a' },
    rules: [],
  },
  {
    name: 'a part that is too small, whatever numVfs says',
    specs: { a: at('ens1f0#7-7') },
    bonds: { 'bond-net1': 'a,a' },
    rules: ['enough-virtual-functions'],
  },
]
for (const { name, specs, bonds, rules } of cases) {
  t.test(name, async t => {
    t.strictSame(rulesOf(found(specs, bonds)), rules)
  })
}

t.test('what a template fills in later may be the missing resource', async t => {
  t.strictSame(rulesOf(found({ b: at('ens2f0') })), ['link-resource-advertised'])
  t.strictSame(rulesOf(found({ b: at('ens2f0'), more: at('ens1f0', { resourceName: '${RESOURCE}' }) })), [])
})

t.test('a policy below 1500 stops a bond that says no mtu, and the lowest is named', async t => {
  const [finding, ...more] = found({ a: at('ens1f0', { mtu: 1450 }), b: at('ens2f0', { mtu: 1400 }) })
  t.strictSame(more, [])
  t.match(finding?.message, /1500.*policy b .*1400/)
  t.equal(finding?.mend, undefined, 'the bond is where it is mended')
})

t.test('a name that is nearly right, and not that of the other link', async t => {
  const fixes = (specs: Specs) => found(specs).map(({ fix }) => fix)
  t.match(fixes({ b: at('ens2f0'), A: at('ens1f0') }), ['Did you mean openshift.io/A?'])
  t.match(fixes({ b: at('ens2f0') }), [/^Give its policy too/])
})

t.test('the place is the field of the policy, and that of the network that depends on it', async t => {
  const [finding] = found({ ...right, b: at('ens2f0', { eSwitchMode: 'switchdev' }) })
  t.match(finding, {
    object: { kind: 'NetworkAttachmentDefinition', namespace: 'demo', name: 'b' },
    place: { path: ['metadata', 'annotations', 'k8s.v1.cni.cncf.io/resourceName'] },
    mend: { policy: { namespace: 'operator', name: 'b' }, path: ['spec', 'eSwitchMode'] },
  })
})
