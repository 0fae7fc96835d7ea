import t from 'tap'
import { bond, macvlan, openshift, play, type Scene, sriov } from '../scene.ts'

const definitions = [...openshift, macvlan('x'), macvlan('oam')]
const element = (name: string, more = '') => `{"name":"${name}"${more}}`

const cases: readonly (Scene & { name: string; expect: string | readonly string[]; warnings?: readonly string[] })[] = [
  { name: 'no annotation', expect: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' },
  {
    name: 'an empty annotation is an absent one',
    networks: '',
    expect: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
  },
  {
    name: 'the page of OpenShift',
    networks: 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1',
    expect: 'demo/sriovnet1@net1, demo/sriovnet2@net2, demo/bond-net1@bond0',
    warnings: ['interface-renamed'],
  },
  {
    name: 'the page of OpenShift with a name for the bond',
    networks: 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1@bond0',
    expect: 'demo/sriovnet1@net1, demo/sriovnet2@net2, demo/bond-net1@bond0',
    warnings: [],
  },
  {
    name: 'blanks, line breaks and a final line break stay',
    networks: ' sriovnet1 ,\n sriovnet2 ,\n bond-net1 @ \n',
    expect: ' sriovnet1@net1 ,\n sriovnet2@net2 ,\n bond-net1 @bond0 \n',
  },
  {
    name: 'a foreign element with a name stays in front',
    networks: 'oam@oam0',
    expect: 'oam@oam0,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
  },
  {
    name: 'a foreign element without a name behind the bond',
    networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,x',
    expect: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,x',
  },
  { name: 'a foreign element without a name in front takes net1', networks: 'x', expect: ['interface-names-unique'] },
  { name: 'a foreign element with the name of a link', networks: 'x@net2', expect: ['links-known'] },
  {
    name: 'a foreign element called bond0: the bond is bond1',
    networks: 'x@bond0',
    expect: 'x@bond0,sriovnet1@net1,sriovnet2@net2,bond-net1@bond1',
  },
  { name: 'an element for eth0', networks: 'x@eth0', expect: ['interface-names-unique'] },
  {
    name: 'the bond in front of its links',
    networks: 'bond-net1,sriovnet1@net1,sriovnet2@net2',
    expect: ['bond-after-links'],
  },
  { name: 'the bond without its links', networks: 'bond-net1@bond0', expect: ['bond-after-links'] },
  { name: 'the bond twice', networks: 'sriovnet1,sriovnet2,bond-net1@a,bond-net1@b', expect: ['bond-attached-once'] },
  {
    name: 'the bond called like its link',
    networks: 'sriovnet1@net1,bond-net1@net2',
    expect: ['bond-not-own-link'],
  },
  { name: 'links under other names', networks: 'sriovnet1@a,sriovnet2@b', expect: ['link-under-other-name'] },
  {
    name: 'links under other names before a listed bond',
    networks: 'sriovnet1@a,sriovnet2@b,bond-net1@bond0',
    expect: ['link-under-other-name'],
  },
  {
    name: 'a link network once more for itself',
    networks: 'sriovnet1@net1,sriovnet2@net2,sriovnet1@spare',
    expect: 'sriovnet1@net1,sriovnet2@net2,sriovnet1@spare,bond-net1@bond0',
  },
  {
    name: 'JSON keeps its layout',
    networks: `[\n  ${element('sriovnet1')},\n  ${element('sriovnet2')}\n]\n`,
    expect: `[\n  {"name":"sriovnet1","interface":"net1"},\n  {"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0"}\n]\n`,
  },
  {
    name: 'JSON keeps what it does not know',
    networks: '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01","x.example/y":1.0}]',
    definitions: [...openshift.slice(0, 2), bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' })],
    expect:
      '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01","x.example/y":1.0},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0"}]',
  },
  {
    name: 'an empty JSON list',
    networks: '[ ]',
    expect:
      '[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0"} ]',
  },
  {
    name: 'keys in another case',
    networks: '[{"NAME":"sriovnet1","Interface":"net1"},{"name":"sriovnet2","interfaceRequest":"net2"}]',
    expect:
      '[{"NAME":"sriovnet1","Interface":"net1"},{"name":"sriovnet2","interfaceRequest":"net2"},{"name":"bond-net1","interface":"bond0"}]',
  },
  { name: 'an annotation that Multus cannot read', networks: 'a b', expect: ['networks-annotation-readable'] },
  { name: 'a trailing comma', networks: 'sriovnet1,', expect: ['networks-annotation-readable'] },
  { name: 'a list with null', networks: '[null]', expect: ['networks-annotation-readable'] },
  {
    name: 'a foreign element that does not exist is a warning',
    networks: 'nobody@n0',
    expect: 'nobody@n0,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    warnings: ['foreign-network-exists', 'links-by-discovery'],
  },
  {
    name: 'link names other than net1 and net2',
    definitions: [...openshift.slice(0, 2), bond('bond-net1', ['left', 'right'])],
    expect: 'sriovnet1@left,sriovnet2@right,bond-net1@bond0',
  },
  {
    name: 'a link called bond0: the bond is bond1',
    definitions: [...openshift.slice(0, 2), bond('bond-net1', ['bond0', 'net2'])],
    expect: 'sriovnet1@bond0,sriovnet2@net2,bond-net1@bond1',
  },
  {
    name: 'four links',
    definitions: [
      ...['a', 'b', 'c', 'd'].map(name => sriov(name)),
      bond('bond-net1', ['net1', 'net2', 'net3', 'net4']),
    ],
    expect: 'a@net1,b@net2,c@net3,d@net4,bond-net1@bond0',
  },
  {
    name: 'a comma list cannot name a network with a dot',
    label: 'bond.a',
    networks: 'oam@oam0',
    definitions: [...definitions.slice(0, 2), macvlan('oam'), bond('bond.a', ['net1', 'net2'])],
    expect: ['comma-form-can-name'],
  },
]

for (const { name, expect, warnings, ...scene } of cases) {
  t.test(name, async t => {
    const outcome = play({ definitions, ...scene })
    if (typeof expect !== 'string') return t.strictSame(outcome.refused, expect)
    t.strictSame({ networks: outcome.networks, refused: outcome.refused }, { networks: expect, refused: undefined })
    if (warnings) t.strictSame(outcome.warnings, warnings)
    const again = play({ definitions, ...scene }, outcome.pod)
    t.strictSame(again.pod, outcome.pod, 'a second pass changes nothing')
  })
}

t.test('the default network', async t => {
  const key = 'v1.multus-cni.io/default-network'
  const withDefault = [...definitions, macvlan('mac', 'kube-system'), sriov('sriov', 'x/default', 'kube-system')]
  const on = (value: string, more: Scene = {}) =>
    play({ definitions: withDefault, annotations: { [key]: value }, ...more })
  t.strictSame(on('mac').refused, undefined, 'resolved in the namespace of Multus')
  t.strictSame(on('mac').warnings, ['links-by-discovery'])
  t.strictSame(on('demo/bond-net1').refused, ['bond-not-default-network'])
  t.strictSame(on('mac@net1').refused, ['interface-names-unique'], 'it takes the name of a link')
  t.match(on('mac@bond0').networks, /bond-net1@bond1$/, 'the bond takes the next name')
  t.match(
    on('mac@first', { networks: 'x@eth0' }).networks,
    /^x@eth0,/,
    'eth0 is free when the default network has another name',
  )
  t.strictSame(on('mac,mac').refused, ['default-network-readable'])
  t.strictSame(on('').refused, ['default-network-readable'])
  t.strictSame(on('[]').refused, ['default-network-readable'])
  t.strictSame(on('nobody').warnings, ['foreign-network-exists', 'links-by-discovery'])
  t.match(JSON.stringify(on('sriov').pod), '"x/default":"1"', 'its device is requested, too')
  t.match(on('mac', { policy: { defaultNetworkNamespace: 'multus' } }).warnings, ['foreign-network-exists'])
})
