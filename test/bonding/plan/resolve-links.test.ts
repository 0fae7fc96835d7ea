import t from 'tap'
import { annotations } from '../../../src/bonding/keys.ts'
import { bond, definition, macvlan, openshift, play, type Scene, sriov } from '../scene.ts'

const links = (value: string) => ({ [annotations.links]: value })
const three = [...openshift, sriov('sriovnet3')]
const pinned = [
  ...openshift.slice(0, 2),
  sriov('sriovnet3'),
  bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet3' }),
]
const usual = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
const authored = 'author'

const cases: readonly (Scene & {
  name: string
  expect: string | readonly string[]
  from?: string
  warnings?: readonly string[]
})[] = [
  // Row 1
  {
    name: 'links on the pod',
    annotations: links('sriovnet2,sriovnet1'),
    expect: 'sriovnet2@net1,sriovnet1@net2,bond-net1@bond0',
    from: 'pod',
    warnings: [],
  },
  {
    name: 'links on the pod win over links on the bond network',
    annotations: links('sriovnet1,sriovnet2'),
    definitions: pinned,
    expect: usual,
    from: 'pod',
  },
  {
    name: 'links on the pod, the author says the same',
    annotations: links('sriovnet1,sriovnet2'),
    networks: 'sriovnet2@net2',
    expect: 'sriovnet2@net2,sriovnet1@net1,bond-net1@bond0',
    from: 'pod',
  },
  {
    name: 'links on the pod, the author has another network under that name',
    annotations: links('sriovnet1,sriovnet2'),
    networks: 'sriovnet2@net1',
    expect: ['link-network-agreed'],
  },
  {
    name: 'links on the pod, contradicted by position',
    annotations: links('sriovnet1,sriovnet2'),
    networks: 'sriovnet2,sriovnet1,bond-net1@bond0',
    expect: ['link-network-agreed'],
  },
  { name: 'too few links on the pod', annotations: links('sriovnet1'), expect: ['links-annotation-count'] },
  {
    name: 'too many links on the pod',
    annotations: links('sriovnet1,sriovnet2,sriovnet1'),
    expect: ['links-annotation-count'],
  },
  {
    name: 'links on the pod with interfaces',
    annotations: links('sriovnet1@net1,sriovnet2@net2'),
    expect: ['links-annotation-readable'],
  },
  {
    name: 'links on the pod that do not exist',
    annotations: links('sriovnet1,sriovnet9'),
    expect: ['link-network-exists'],
  },
  {
    name: 'the same network for both links is legal',
    annotations: links('sriovnet1, sriovnet1'),
    expect: 'sriovnet1@net1,sriovnet1@net2,bond-net1@bond0',
    from: 'pod',
    warnings: ['links-on-one-resource'],
  },
  {
    name: 'links of another namespace',
    annotations: links('infra/p0,infra/p1'),
    definitions: [...openshift, sriov('p0', 'x/p0', 'infra'), sriov('p1', 'x/p1', 'infra')],
    expect: 'infra/p0@net1,infra/p1@net2,bond-net1@bond0',
    from: 'pod',
  },
  { name: 'an empty links annotation is absent', annotations: links(''), expect: usual, from: 'discovery' },

  // Row 2
  {
    name: 'the author names both',
    networks: 'sriovnet1@net1,sriovnet2@net2',
    expect: usual,
    from: authored,
    warnings: [],
  },
  {
    name: 'the author swaps them',
    networks: 'sriovnet2@net1,sriovnet1@net2',
    expect: 'sriovnet2@net1,sriovnet1@net2,bond-net1@bond0',
    from: authored,
  },
  {
    name: 'the author doubles one',
    networks: 'sriovnet2@net1,sriovnet2@net2',
    expect: 'sriovnet2@net1,sriovnet2@net2,bond-net1@bond0',
    from: authored,
    warnings: ['links-on-one-resource'],
  },
  {
    name: 'by position, the bond behind them',
    networks: 'sriovnet2, sriovnet1, bond-net1@bond0',
    expect: 'sriovnet2@net1, sriovnet1@net2, bond-net1@bond0',
    from: authored,
  },
  {
    name: 'by position without the bond does not count',
    networks: 'sriovnet2, sriovnet1',
    expect: 'sriovnet2@net2, sriovnet1@net1,bond-net1@bond0',
    from: 'discovery',
    warnings: ['interface-renamed', 'links-by-discovery'],
  },
  {
    name: 'by position, something else first: the author answered, and wrongly',
    networks: 'x,sriovnet1,sriovnet2,bond-net1@bond0',
    definitions: [...openshift, macvlan('x')],
    expect: ['links-are-sriov'],
  },
  {
    name: 'a link of another type',
    networks: 'x@net1,sriovnet2@net2',
    definitions: [...openshift, macvlan('x')],
    expect: ['links-are-sriov'],
  },
  {
    name: 'a link of another type, where the site allows it',
    networks: 'x@net1,sriovnet2@net2',
    definitions: [...openshift, macvlan('x')],
    policy: { severities: new Map([['links-are-sriov', 'warning']]) },
    expect: 'x@net1,sriovnet2@net2,bond-net1@bond0',
    from: authored,
    warnings: ['links-are-sriov'],
  },
  { name: 'only one named, nothing pins the other: no guess', networks: 'sriovnet1@net1', expect: ['links-known'] },
  {
    name: 'only one named, the other from the bond network',
    networks: 'sriovnet2@net1',
    definitions: pinned,
    expect: 'sriovnet2@net1,sriovnet3@net2,bond-net1@bond0',
    from: authored,
  },
  {
    name: 'a name that the author gives and nobody has',
    networks: 'sriovnet8@net1,sriovnet2@net2',
    expect: ['link-network-exists'],
  },
  {
    name: 'JSON elements count as well',
    networks: '[{"name":"sriovnet2","interface":"net1"},{"name":"sriovnet1","interface":"net2"}]',
    expect:
      '[{"name":"sriovnet2","interface":"net1"},{"name":"sriovnet1","interface":"net2"},{"name":"bond-net1","interface":"bond0"}]',
    from: authored,
  },

  {
    name: 'a name that is given beats one by position: the element in front is the stranger',
    networks: 'infra/s1,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    definitions: [...openshift, sriov('s1', 'x/s1', 'infra')],
    expect: ['interface-names-unique'],
  },

  // Row 3
  {
    name: 'links on the bond network',
    definitions: pinned,
    expect: 'sriovnet1@net1,sriovnet3@net2,bond-net1@bond0',
    from: 'network',
    warnings: [],
  },
  {
    name: 'an unreadable links annotation on the bond network',
    definitions: [...openshift.slice(0, 2), bond('bond-net1', ['net1', 'net2'], { links: 'a b' })],
    expect: ['links-annotation-readable'],
  },
  {
    name: 'another number of them on the bond network',
    definitions: [...openshift.slice(0, 2), bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1' })],
    expect: ['links-annotation-count'],
  },
  {
    name: 'a bare name on the bond network is of its namespace',
    label: '',
    annotations: { [annotations.bonds]: 'infra/ha' },
    definitions: [
      ...openshift,
      sriov('sriovnet1', 'x/a', 'infra'),
      sriov('sriovnet2', 'x/b', 'infra'),
      bond('ha', ['net1', 'net2'], { namespace: 'infra', links: 'sriovnet1,sriovnet2' }),
    ],
    expect: 'infra/sriovnet1@net1,infra/sriovnet2@net2,infra/ha@bond0',
    from: 'network',
  },

  // Row 4
  { name: 'discovery', expect: usual, from: 'discovery', warnings: ['links-by-discovery'] },
  {
    name: 'discovery in natural order',
    definitions: [sriov('vf10'), sriov('vf2'), bond('bond-net1', ['net1', 'net2'])],
    expect: 'vf2@net1,vf10@net2,bond-net1@bond0',
  },
  {
    name: 'discovery of three links',
    definitions: [...three.slice(0, 2), sriov('sriovnet3'), bond('bond-net1', ['net1', 'net2', 'net3'])],
    expect: 'sriovnet1@net1,sriovnet2@net2,sriovnet3@net3,bond-net1@bond0',
  },
  {
    name: 'discovery: other types and networks without a resource do not count',
    definitions: [...openshift, macvlan('x'), definition('y', { cniVersion: '1.0.0', type: 'sriov' })],
    expect: usual,
  },
  {
    name: 'discovery: a list whose first plugin is sriov counts',
    definitions: [
      sriov('a'),
      definition(
        'b',
        { cniVersion: '1.0.0', name: 'b', plugins: [{ type: 'sriov' }, { type: 'tuning' }] },
        { annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'x/b' } },
      ),
      bond('bond-net1', ['net1', 'net2']),
    ],
    expect: 'a@net1,b@net2,bond-net1@bond0',
  },
  {
    name: 'discovery: both on one resource',
    definitions: [sriov('a', 'x/p'), sriov('b', 'x/p'), bond('bond-net1', ['net1', 'net2'])],
    expect: 'a@net1,b@net2,bond-net1@bond0',
    warnings: ['links-by-discovery', 'links-on-one-resource'],
  },
  {
    name: 'discovery looks into the namespace of the bond',
    label: '',
    annotations: { [annotations.bonds]: 'infra/ha' },
    definitions: [
      ...openshift,
      sriov('p0', 'x/a', 'infra'),
      sriov('p1', 'x/b', 'infra'),
      bond('ha', ['l1', 'l2'], { namespace: 'infra' }),
    ],
    expect: 'infra/p0@l1,infra/p1@l2,infra/ha@bond0',
    from: 'discovery',
  },

  // Row 5
  { name: 'one network too many', definitions: three, expect: ['links-known'] },
  {
    name: 'one network too few',
    definitions: [openshift[0] ?? sriov('x'), openshift[2] ?? sriov('y')],
    expect: ['links-known'],
  },
  { name: 'discovery is off', policy: { discovery: false }, expect: ['links-known'] },
  {
    name: 'two bonds, one of them without links',
    label: '',
    annotations: { [annotations.bonds]: 'bond-net1,b2' },
    definitions: [...openshift, bond('b2', ['a', 'b'], { links: 'sriovnet1,sriovnet2' })],
    expect: ['links-known'],
  },
  {
    name: 'links on the pod with two bonds',
    label: '',
    annotations: { [annotations.bonds]: 'bond-net1,b2', ...links('sriovnet1,sriovnet2') },
    definitions: [...openshift, bond('b2', ['a', 'b'], { links: 'sriovnet1,sriovnet2' })],
    expect: ['links-annotation-one-bond'],
  },
  {
    name: 'two bonds, both named by the author',
    label: '',
    networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1,sriovnet1@a,sriovnet2@b,b2',
    definitions: [...openshift, bond('b2', ['a', 'b'])],
    expect: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,sriovnet1@a,sriovnet2@b,b2@bond1',
    from: authored,
  },
]

for (const { name, expect, from, warnings, ...scene } of cases) {
  t.test(name, async t => {
    const outcome = play(scene)
    if (typeof expect !== 'string') return t.strictSame(outcome.refused, expect)
    t.strictSame({ networks: outcome.networks, refused: outcome.refused }, { networks: expect, refused: undefined })
    if (warnings) t.strictSame(outcome.warnings, warnings)
    if (from) t.match(JSON.stringify(outcome.pod), `\\"linksFrom\\":\\"${from}\\"`)
  })
}
