import t from 'tap'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { type NetworkAttachmentDefinition, readNetwork } from '../../src/bonding/network.ts'
import { readPod } from '../../src/bonding/pod.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { readSriovPolicy } from '../../src/bonding/sriov-policy.ts'
import { supplyBonds, type SuppliedBond } from '../../src/bonding/sriov-policy-bonds.ts'
import { bond, definition, macvlan, openshift, podOf, type Scene, sriov } from './scene.ts'

const policies = ['sriovnet1', 'sriovnet2', 'sriovnet2-more', 'far'].map(name => {
  const resourceName = name.replace('-more', '')
  const policy = readSriovPolicy({ metadata: { name }, spec: { resourceName } }, 'operator')
  if (!policy) throw new Error('no policy')
  return policy
})

function supplied(definitions: readonly NetworkAttachmentDefinition[], scenes: readonly Scene[] = []) {
  const networks = definitions.map(readNetwork)
  const pods = scenes.flatMap(scene => readPod(podOf(scene), 'demo') ?? [])
  return supplyBonds({ networks, catalogue: new NetworkTable(networks), pods, policies }, defaultPolicy)
}

/** `bond-net1: net1 sriovnet1 (sriovnet1)`. */
function brief({ network, links }: SuppliedBond): string {
  const texts = links.map(link => {
    const { namespace, name } = link.network.reference
    const own = namespace === 'demo' ? name : `${namespace}/${name}`
    return `${link.link} ${own} (${link.policies.map(policy => policy.reference.name).join(' ')})`
  })
  return `${network.reference.name}: ${texts.join(', ')}`
}

const [first = sriov('sriovnet1'), second = sriov('sriovnet2'), plain = bond('bond-net1', ['net1', 'net2'])] = openshift
const pinned = (links: string) => [first, second, bond('bond-net1', ['net1', 'net2'], { links })]
const usual = 'bond-net1: net1 sriovnet1 (sriovnet1), net2 sriovnet2 (sriovnet2 sriovnet2-more)'
const list = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'

const cases: readonly {
  readonly name: string
  readonly definitions: readonly NetworkAttachmentDefinition[]
  readonly pods?: readonly Scene[]
  readonly bonds: readonly string[]
}[] = [
  { name: 'a bond that nobody says the links of', definitions: openshift, bonds: [] },
  { name: 'links by the annotation of the bond', definitions: pinned('sriovnet1,sriovnet2'), bonds: [usual] },
  {
    name: 'links in another order',
    definitions: pinned('sriovnet2,sriovnet1'),
    bonds: ['bond-net1: net1 sriovnet2 (sriovnet2 sriovnet2-more), net2 sriovnet1 (sriovnet1)'],
  },
  {
    name: 'one network for both links',
    definitions: pinned('sriovnet1,sriovnet1'),
    bonds: ['bond-net1: net1 sriovnet1 (sriovnet1), net2 sriovnet1 (sriovnet1)'],
  },
  { name: 'too few links in the annotation', definitions: pinned('sriovnet1'), bonds: [] },
  { name: 'an annotation that cannot be read', definitions: pinned('[]'), bonds: [] },
  { name: 'links that nobody made', definitions: pinned('gone1,gone2'), bonds: [] },
  {
    name: 'one link that nobody made',
    definitions: pinned('sriovnet1,gone'),
    bonds: ['bond-net1: net1 sriovnet1 (sriovnet1)'],
  },
  {
    name: 'a link of another namespace',
    definitions: [...pinned('sriovnet1,apps/far'), sriov('far', 'openshift.io/far', 'apps')],
    bonds: ['bond-net1: net1 sriovnet1 (sriovnet1), net2 apps/far (far)'],
  },
  {
    name: 'a resource with another prefix',
    definitions: [
      sriov('sriovnet1', 'example.com/far'),
      second,
      bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
    ],
    bonds: ['bond-net1: net1 sriovnet1 (far), net2 sriovnet2 (sriovnet2 sriovnet2-more)'],
  },
  {
    name: 'a resource that no policy makes',
    definitions: [
      sriov('sriovnet1', 'openshift.io/none'),
      second,
      bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
    ],
    bonds: ['bond-net1: net1 sriovnet1 (), net2 sriovnet2 (sriovnet2 sriovnet2-more)'],
  },
  {
    name: 'links without devices',
    definitions: [macvlan('a'), macvlan('b'), bond('bond-net1', ['net1', 'net2'], { links: 'a,b' })],
    bonds: [],
  },
  {
    name: 'a bond that cannot be read',
    definitions: [
      first,
      second,
      definition('bond-net1', '{"type": "bond",}', {
        annotations: { 'bond-injector.io/links': 'sriovnet1,sriovnet2' },
      }),
    ],
    bonds: [],
  },
  { name: 'a labelled pod, whose links are found', definitions: openshift, pods: [{}], bonds: [usual] },
  {
    name: 'a labelled pod with links of its own',
    definitions: openshift,
    pods: [{ annotations: { 'bond-injector.io/links': 'sriovnet2,sriovnet1' } }],
    bonds: ['bond-net1: net1 sriovnet2 (sriovnet2 sriovnet2-more), net2 sriovnet1 (sriovnet1)'],
  },
  {
    name: 'a pod without the label that lists all',
    definitions: openshift,
    pods: [{ label: null, networks: list }],
    bonds: [usual],
  },
  {
    name: 'a pod without the label that lists other networks',
    definitions: openshift,
    pods: [{ label: null, networks: 'sriovnet1,sriovnet2' }],
    bonds: [],
  },
  {
    name: 'a pod without the label and without networks',
    definitions: [first, second, plain],
    pods: [{ label: null }],
    bonds: [],
  },
  {
    name: 'a pod without the label that lists the links the other way round, and no bond',
    definitions: pinned('sriovnet1,sriovnet2'),
    pods: [{ label: null, networks: 'sriovnet2@net1,sriovnet1@net2' }],
    bonds: [usual],
  },
  {
    name: 'a pod without the label that lists the bond alone, whose links nobody looks for',
    definitions: openshift,
    pods: [{ label: null, networks: 'bond-net1@bond0' }],
    bonds: [],
  },
  {
    name: 'a pod whose networks cannot be read',
    definitions: openshift,
    pods: [{ label: null, networks: '[{' }],
    bonds: [],
  },
  {
    name: 'two pods and the annotation, all with the same links',
    definitions: pinned('sriovnet1,sriovnet2'),
    pods: [{}, { label: null, networks: list }],
    bonds: [usual],
  },
]
for (const { name, definitions, pods = [], bonds } of cases) {
  t.test(name, async t => {
    t.strictSame(supplied(definitions, pods).map(brief), bonds)
  })
}

t.test('every bond knows all policies, and the bonds before it', async t => {
  const more = bond('bond-net2', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' })
  const bonds = supplied([...pinned('sriovnet1,sriovnet2'), more])
  t.strictSame(
    bonds.map(({ earlier }) => earlier.map(({ network }) => network.reference.name)),
    [[], ['bond-net1']],
  )
  t.ok(bonds.every(each => each.policies === policies))
})
