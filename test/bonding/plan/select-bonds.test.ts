import t from 'tap'
import { annotations } from '../../../src/bonding/keys.ts'
import { bond, definition, macvlan, openshift, play, type Scene, sriov } from '../scene.ts'

const two = [
  ...openshift,
  sriov('sriovnet3'),
  sriov('sriovnet4'),
  bond('bond-net2', ['net3', 'net4'], { links: 'sriovnet3,sriovnet4' }),
]
const pinned = [
  sriov('sriovnet1'),
  sriov('sriovnet2'),
  bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
  ...two.slice(3),
]
const links1 = 'sriovnet1@net1,sriovnet2@net2'
const links2 = 'sriovnet3@net3,sriovnet4@net4'
const bonds = (value: string) => ({ [annotations.bonds]: value })

const cases: readonly (Scene & { name: string; expect: string | readonly string[] })[] = [
  // Row 1: the bonds annotation decides.
  {
    name: 'bonds, empty label: the listed ones',
    label: '',
    annotations: bonds('bond-net1'),
    expect: `${links1},bond-net1@bond0`,
  },
  { name: 'bonds, label names one of them', annotations: bonds('bond-net1@ha0'), expect: `${links1},bond-net1@ha0` },
  {
    name: 'bonds, label names one of them with its namespace',
    annotations: bonds('demo/bond-net1'),
    expect: `${links1},bond-net1@bond0`,
  },
  {
    name: 'bonds, label names another',
    label: 'bond-net2',
    annotations: bonds('bond-net1'),
    expect: ['label-names-listed-bond'],
  },
  {
    name: 'bonds, label names one of another namespace only',
    label: 'bond-x',
    annotations: bonds('other/bond-x'),
    definitions: [
      ...openshift,
      bond('bond-x', ['a', 'b'], { namespace: 'other', links: 'demo/sriovnet1,demo/sriovnet2' }),
    ],
    expect: ['label-names-listed-bond'],
  },
  {
    name: 'two bonds, each with its links pinned',
    label: '',
    annotations: bonds('bond-net1,bond-net2'),
    definitions: pinned,
    expect: `${links1},bond-net1@bond0,${links2},bond-net2@bond1`,
  },
  {
    name: 'two bonds with names of their own',
    label: '',
    annotations: bonds('bond-net1@east, bond-net2@west'),
    definitions: pinned,
    expect: `${links1},bond-net1@east,${links2},bond-net2@west`,
  },
  {
    name: 'one name given, the other is the first that is free',
    label: '',
    annotations: bonds('bond-net1,bond-net2@bond0'),
    definitions: pinned,
    expect: `${links1},bond-net1@bond1,${links2},bond-net2@bond0`,
  },
  {
    name: 'a foreign bond in the list stays and is judged',
    annotations: bonds('bond-net1'),
    networks: `${links2},bond-net2@bond9`,
    definitions: pinned,
    expect: `${links2},bond-net2@bond9,${links1},bond-net1@bond0`,
  },
  { name: 'an empty bonds annotation is absent', annotations: bonds(''), expect: `${links1},bond-net1@bond0` },
  { name: 'an empty element in bonds', annotations: bonds('bond-net1,'), expect: ['bonds-annotation-readable'] },
  {
    name: 'bonds in the JSON form',
    annotations: bonds('[{"name":"bond-net1"}]'),
    expect: ['bonds-annotation-readable'],
  },
  {
    name: 'the same bond twice in bonds',
    annotations: bonds('bond-net1@a,bond-net1@b'),
    expect: ['bond-attached-once'],
  },
  {
    name: 'a bond of another namespace, links pinned there',
    label: '',
    annotations: bonds('infra/ha'),
    definitions: [
      sriov('p0', 'x/p0', 'infra'),
      sriov('p1', 'x/p1', 'infra'),
      bond('ha', ['net1', 'net2'], { namespace: 'infra', links: 'p0,p1' }),
    ],
    expect: 'infra/p0@net1,infra/p1@net2,infra/ha@bond0',
  },
  {
    name: 'a bond of another namespace that is not there',
    label: '',
    annotations: bonds('infra/ha'),
    expect: ['bond-network-exists'],
  },

  // Row 2: the label names one.
  { name: 'label with a name', expect: `${links1},bond-net1@bond0` },
  { name: 'label names no network', label: 'bond-net', expect: ['bond-network-exists'] },
  { name: 'label in another case', label: 'Bond-Net1', expect: ['bond-network-exists'] },
  { name: 'label names a link', label: 'sriovnet1', expect: ['bond-network-is-bond'] },
  {
    name: 'label names a network whose config is on the node',
    label: 'x',
    definitions: [...openshift, definition('x', '')],
    expect: ['bond-network-is-bond'],
  },
  {
    name: 'a foreign bond in the list is not completed',
    networks: 'bond-net2@bond7',
    definitions: pinned,
    expect: ['link-provided'],
  },
  {
    name: 'a name with a dot needs the JSON form, which is then used',
    label: 'bond.net1',
    definitions: [...openshift.slice(0, 2), bond('bond.net1', ['net1', 'net2'])],
    expect:
      '[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"},{"name":"bond.net1","interface":"bond0"}]',
  },

  // Row 3: empty label, bonds in the list.
  { name: 'empty label, bond in the list', label: '', networks: 'bond-net1@ha', expect: ['bond-after-links'] },
  {
    name: 'empty label, bond in the list behind its links',
    label: '',
    networks: 'sriovnet1,sriovnet2,bond-net1',
    expect: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
  },
  {
    name: 'empty label, the list has one bond of the two there are',
    label: '',
    networks: `${links2},bond-net2`,
    definitions: pinned,
    expect: `${links2},bond-net2@bond0`,
  },
  {
    name: 'empty label, both bonds in the list',
    label: '',
    networks: `${links1},bond-net1,${links2},bond-net2`,
    definitions: pinned,
    expect: `${links1},bond-net1@bond0,${links2},bond-net2@bond1`,
  },

  // Row 4: empty label and none.
  { name: 'empty label, the only bond of the namespace', label: '', expect: `${links1},bond-net1@bond0` },
  {
    name: 'empty label, the only bond of this namespace',
    label: '',
    definitions: [...openshift, bond('other', ['a', 'b'], { namespace: 'other' })],
    expect: `${links1},bond-net1@bond0`,
  },
  { name: 'empty label, several bonds', label: '', definitions: two, expect: ['bond-to-choose'] },
  { name: 'empty label, no bond', label: '', definitions: [macvlan('x')], expect: ['bond-to-choose'] },
  {
    name: 'empty label, foreign elements only',
    label: '',
    networks: 'x@oam',
    definitions: [...openshift, macvlan('x')],
    expect: `x@oam,${links1},bond-net1@bond0`,
  },
  {
    name: 'empty label, a bond whose config is broken counts',
    label: '',
    definitions: [...openshift, definition('b2', '{"type": "bond", }')],
    expect: ['bond-to-choose'],
  },
]

for (const { name, expect, ...scene } of cases) {
  t.test(name, async t => {
    const { networks, refused } = play(scene)
    if (typeof expect === 'string') t.strictSame({ networks, refused }, { networks: expect, refused: undefined })
    else t.strictSame(refused, expect)
  })
}
