import t from 'tap'
import type { Explanation } from '../../../src/bonding/explain/explanation.ts'
import { annotations } from '../../../src/bonding/keys.ts'
import { bond, macvlan, openshift, play, podOf, type Scene, sriov } from '../scene.ts'
import { explained } from './explain-scene.ts'

const attached = ({ attachments }: Explanation) =>
  attachments.map(({ interface: name, network, origin, role }) => `${network}@${name} ${origin} ${role}`)
const linked = ({ bonds }: Explanation) =>
  bonds.map(({ network, interface: name, linksFrom, links }) => {
    const feeders = links.map(link => `${link.interface}=${link.network ?? '?'}`)
    return `${network}@${name ?? '?'} ${linksFrom ?? '?'} ${feeders.join(' ')}`
  })
const rules = ({ findings }: Explanation) => findings.map(({ rule }) => rule)

const pinned = [
  sriov('sriovnet1'),
  sriov('sriovnet2'),
  bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet2,sriovnet1' }),
]

interface Row {
  readonly name: string
  readonly scene: Scene
  readonly outcome: Explanation['outcome']
  readonly bondsFrom: Explanation['bondsFrom']
  readonly bonds: readonly string[]
  readonly rules: readonly string[]
}

const rows: readonly Row[] = [
  {
    name: 'links by discovery',
    scene: {},
    outcome: 'completes',
    bondsFrom: 'label',
    bonds: ['demo/bond-net1@bond0 discovery net1=demo/sriovnet1 net2=demo/sriovnet2'],
    rules: ['links-by-discovery'],
  },
  {
    name: 'links that the bond network names',
    scene: { definitions: pinned },
    outcome: 'completes',
    bondsFrom: 'label',
    bonds: ['demo/bond-net1@bond0 network net1=demo/sriovnet2 net2=demo/sriovnet1'],
    rules: [],
  },
  {
    name: 'links that the pod names',
    scene: { annotations: { [annotations.links]: 'sriovnet1, sriovnet2' }, definitions: pinned },
    outcome: 'completes',
    bondsFrom: 'label',
    bonds: ['demo/bond-net1@bond0 pod net1=demo/sriovnet1 net2=demo/sriovnet2'],
    rules: [],
  },
  {
    name: "links in the author's list",
    scene: { networks: 'sriovnet2@net1,sriovnet1@net2' },
    outcome: 'completes',
    bondsFrom: 'label',
    bonds: ['demo/bond-net1@bond0 author net1=demo/sriovnet2 net2=demo/sriovnet1'],
    rules: [],
  },
  {
    name: 'an empty label and one bond network',
    scene: { label: '' },
    outcome: 'completes',
    bondsFrom: 'only-bond',
    bonds: ['demo/bond-net1@bond0 discovery net1=demo/sriovnet1 net2=demo/sriovnet2'],
    rules: ['links-by-discovery'],
  },
  {
    name: 'an empty label and a bond in the list',
    scene: { label: '', networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond7' },
    outcome: 'completes',
    bondsFrom: 'networks-annotation',
    bonds: ['demo/bond-net1@bond7 author net1=demo/sriovnet1 net2=demo/sriovnet2'],
    rules: [],
  },
  {
    name: 'annotation bonds',
    scene: { label: '', annotations: { [annotations.bonds]: 'bond-net1@bond3' } },
    outcome: 'completes',
    bondsFrom: 'bonds-annotation',
    bonds: ['demo/bond-net1@bond3 discovery net1=demo/sriovnet1 net2=demo/sriovnet2'],
    rules: ['links-by-discovery'],
  },
  {
    name: 'a bond network that is not there',
    scene: { label: 'bond-net2' },
    outcome: 'refused',
    bondsFrom: 'label',
    bonds: [],
    rules: ['bond-network-exists'],
  },
  {
    name: 'links that nobody knows',
    scene: { definitions: [...openshift, sriov('sriovnet3')] },
    outcome: 'refused',
    bondsFrom: 'label',
    bonds: ['demo/bond-net1@? ? net1=? net2=?'],
    rules: ['links-known'],
  },
]
for (const { name, scene, outcome, bondsFrom, bonds, rules: wanted } of rows) {
  t.test(name, async t => {
    const explanation = explained(scene)
    t.equal(explanation.outcome, outcome)
    t.equal(explanation.bondsFrom, bondsFrom)
    t.strictSame(linked(explanation), bonds)
    t.strictSame(rules(explanation), wanted)
    t.strictSame(explanation.carried, { status: 'absent', differences: [], findings: [] })
  })
}

t.test('what is written, named and added, and what each is for', async t => {
  const scene = {
    networks: 'oam@oam0,sriovnet1',
    definitions: [...openshift, macvlan('oam')],
    annotations: { [annotations.links]: 'sriovnet1,sriovnet2' },
  }
  t.strictSame(attached(explained(scene)), [
    'demo/oam@oam0 author other',
    'demo/sriovnet1@net1 named link',
    'demo/sriovnet2@net2 added link',
    'demo/bond-net1@bond0 added bond',
  ])
})

t.test('devices: what is needed, what is asked for, and who is given the rest', async t => {
  const resources = { requests: { 'openshift.io/sriovnet1': '1' }, limits: { 'openshift.io/sriovnet1': '1' } }
  const containers = [{ name: 'side' }, { name: 'app', resources }]
  t.strictSame(explained({ spec: { containers } }).devices, [
    { resource: 'openshift.io/sriovnet1', needed: 1, present: 1, added: null },
    { resource: 'openshift.io/sriovnet2', needed: 1, present: 0, added: { container: 'side', total: '1' } },
  ])
})

const alone: readonly [outcome: Explanation['outcome'], label: string | null, Scene][] = [
  ['no-label', null, { label: null }],
  ['host-network', 'bond-net1', { spec: { hostNetwork: true } }],
  ['mirror-pod', 'bond-net1', { annotations: { 'kubernetes.io/config.mirror': 'x' } }],
]
for (const [outcome, label, scene] of alone) {
  t.test(`nothing is done: ${outcome}`, async t => {
    const explanation = explained(scene)
    t.match(explanation, { outcome, label, bondsFrom: null, bonds: [], attachments: [], devices: [] })
  })
}

t.test('what is set aside is told apart, with its reason', async t => {
  const { findings, ignored, outcome } = explained({
    annotations: { [annotations.ignore]: 'links-by-discovery: we know' },
  })
  t.equal(outcome, 'completes')
  t.strictSame(findings, [])
  t.match(ignored, [
    { rule: 'links-by-discovery', reason: 'we know', field: 'pod metadata.labels[bond-injector.io/bond]' },
  ])
})

t.test('a template is told of at its own path', async t => {
  const { metadata, spec } = podOf({ label: 'bond-net2' }) as { metadata: object; spec: object }
  const deployment = { metadata: { name: 'web', namespace: 'demo' }, spec: { template: { metadata, spec } } }
  const { object, findings } = explained({}, deployment, 'Deployment')
  t.strictSame(object, { kind: 'Deployment', namespace: 'demo', name: 'web' })
  t.match(findings, [{ field: 'deployment spec.template.metadata.labels[bond-injector.io/bond]' }])
})

t.test('everything comes back from JSON as it was', async t => {
  for (const { scene } of rows) {
    const explanation = explained(scene)
    t.strictSame(JSON.parse(JSON.stringify(explanation)), explanation)
  }
})

t.test('a completed pod is explained as the one that its author wrote', async t => {
  for (const { name, scene, outcome, bonds } of rows) {
    if (outcome === 'refused') continue
    const completed = explained(scene, play(scene).pod)
    t.equal(completed.outcome, 'complete', name)
    t.strictSame(linked(completed), bonds, name)
    t.strictSame(completed.carried, { status: 'ours', differences: [], findings: [] }, name)
  }
})
