import t from 'tap'
import { type AdmittedPod, readAdmittedPod } from '../../src/bonding/admitted-pod.ts'
import type { AttachmentChange } from '../../src/bonding/admitted-pod/promised-changes.ts'
import { annotations, foreignAnnotations } from '../../src/bonding/keys.ts'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { readNetwork } from '../../src/bonding/network.ts'
import { readPod } from '../../src/bonding/pod.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { fieldsOf } from '../../src/bonding/json-fields.ts'
import { bond, macvlan, openshift, play, sriov } from './scene.ts'

const definitions = [...openshift, sriov('sriovnet3'), macvlan('oam'), bond('bond-net2', ['net3', 'net4'])]
const catalogue = new NetworkTable(definitions.map(readNetwork))
const scene = { definitions, annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } }

/** What another webhook makes of the pod that we completed. */
interface Change {
  /** The networks annotation; null: taken out. */
  readonly networks?: string | null
  readonly status?: string | null
  readonly resources?: object
}

function admitted({ networks, status, resources }: Change = {}): AdmittedPod {
  const pod = structuredClone(play(scene).pod)
  const metadata = fieldsOf(fieldsOf(pod)?.['metadata'])
  const given = { [foreignAnnotations.networks]: networks, [annotations.status]: status }
  const changed: Record<string, unknown> = { ...fieldsOf(metadata?.['annotations']) }
  for (const [key, value] of Object.entries(given)) if (value !== undefined) changed[key] = value
  for (const [key, value] of Object.entries(given)) if (value === null) Reflect.deleteProperty(changed, key)
  const spec = resources === undefined ? fieldsOf(pod)?.['spec'] : { containers: [{ name: 'app', resources }] }
  const read = readPod({ metadata: { ...metadata, annotations: changed }, spec }, 'demo')
  if (!read) throw new Error('no pod')
  return readAdmittedPod(read, catalogue, defaultPolicy)
}

function told(change: AttachmentChange): string {
  switch (change.kind) {
    case 'removed':
      return `removed ${change.promised.network}@${change.promised.interface}`
    case 'renamed':
    case 'replaced':
    case 'crowded':
      return `${change.kind} ${change.promised.network}@${change.promised.interface}: ${change.found.text}@${change.found.interface}`
    case 'reordered':
      return `${change.bond.text} before ${change.link.text}`
  }
}

const lists: readonly { name: string; networks: string | null; changes: readonly string[] }[] = [
  { name: 'as it was injected', networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', changes: [] },
  {
    name: 'rewritten as JSON, as kubemacpool does',
    networks:
      '[{"name":"sriovnet1","namespace":"demo","interface":"net1","mac":"02:00:00:00:00:01"},{"name":"sriovnet2","namespace":"demo","interface":"net2"},{"name":"bond-net1","namespace":"demo","interface":"bond0"}]',
    changes: [],
  },
  {
    name: 'with a network more',
    networks: 'oam@oam0,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    changes: [],
  },
  {
    name: 'with the links swapped in place: each interface is still from its network',
    networks: 'sriovnet2@net2,sriovnet1@net1,bond-net1@bond0',
    changes: [],
  },
  {
    name: 'with the bond first',
    networks: 'bond-net1@bond0,sriovnet1@net1,sriovnet2@net2',
    changes: ['bond-net1 before sriovnet2'],
  },
  {
    name: 'sorted by name',
    networks: 'bond-net1@bond0,sriovnet2@net2,sriovnet1@net1',
    changes: ['bond-net1 before sriovnet1'],
  },
  {
    name: 'without a link',
    networks: 'sriovnet1@net1,bond-net1@bond0',
    changes: ['removed demo/sriovnet2@net2'],
  },
  {
    name: 'taken out',
    networks: null,
    changes: ['removed demo/sriovnet1@net1', 'removed demo/sriovnet2@net2', 'removed demo/bond-net1@bond0'],
  },
  {
    name: 'with other interface names',
    networks: 'sriovnet1@eth1,sriovnet2@net2,bond-net1@bond0',
    changes: ['renamed demo/sriovnet1@net1: sriovnet1@eth1'],
  },
  {
    name: 'with the interface names lost: they are by position again',
    networks: 'sriovnet1,sriovnet2,bond-net1',
    changes: ['renamed demo/bond-net1@bond0: bond-net1@net3'],
  },
  {
    name: 'with another network for a link',
    networks: 'sriovnet3@net1,sriovnet2@net2,bond-net1@bond0',
    changes: ['replaced demo/sriovnet1@net1: sriovnet3@net1'],
  },
  {
    name: 'with an unnamed network in front, which is net1 by its position: ours is still there',
    networks: 'oam,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    changes: ['crowded demo/sriovnet1@net1: oam@net1'],
  },
  {
    name: 'with a network behind that takes the name of the bond',
    networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,oam@bond0',
    changes: ['crowded demo/bond-net1@bond0: oam@bond0'],
  },
  {
    name: 'with the names of the links exchanged',
    networks: 'sriovnet1@net2,sriovnet2@net1,bond-net1@bond0',
    changes: ['replaced demo/sriovnet1@net1: sriovnet2@net1', 'replaced demo/sriovnet2@net2: sriovnet1@net2'],
  },
  {
    name: 'with the namespace lost where it matters',
    networks: 'other/sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    changes: ['replaced demo/sriovnet1@net1: other/sriovnet1@net1'],
  },
  {
    name: 'unreadable',
    networks: '[{"name":"sriovnet1"',
    changes: ['removed demo/sriovnet1@net1', 'removed demo/sriovnet2@net2', 'removed demo/bond-net1@bond0'],
  },
]

t.test('what became of our attachments in a networks annotation', async t => {
  for (const { name, networks, changes } of lists) {
    t.strictSame(admitted({ networks }).changes.map(told), changes, name)
  }
})

const whole = { requests: { 'openshift.io/sriovnet1': '1', 'openshift.io/sriovnet2': '1' } }

const requests: readonly { name: string; resources: object; devices: Readonly<Record<string, string>> }[] = [
  {
    name: 'as they were injected',
    resources: { ...whole, limits: whole.requests },
    devices: { 'openshift.io/sriovnet1': '1 of 1', 'openshift.io/sriovnet2': '1 of 1' },
  },
  {
    name: 'doubled',
    resources: { requests: { 'openshift.io/sriovnet1': '2', 'openshift.io/sriovnet2': 2 } },
    devices: { 'openshift.io/sriovnet1': '2 of 1', 'openshift.io/sriovnet2': '2 of 1' },
  },
  {
    name: 'taken out',
    resources: {},
    devices: { 'openshift.io/sriovnet1': '0 of 1', 'openshift.io/sriovnet2': '0 of 1' },
  },
  {
    name: 'no quantity at all',
    resources: { requests: { 'openshift.io/sriovnet1': 'one', 'openshift.io/sriovnet2': '1' } },
    devices: { 'openshift.io/sriovnet1': '0 of 1', 'openshift.io/sriovnet2': '1 of 1' },
  },
]

t.test('the devices that the final list needs, beside those that the pod asks for', async t => {
  for (const { name, resources, devices } of requests) {
    const found = admitted({ resources }).devices
    t.strictSame(
      Object.fromEntries(found.map(({ resource, present, needed }) => [resource, `${present} of ${needed}`])),
      devices,
      name,
    )
  }
})

t.test('a network that another webhook added needs its device, too', async t => {
  const networks = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,sriovnet1@extra'
  const [first] = admitted({ networks }).devices
  t.match(first, { resource: 'openshift.io/sriovnet1', needed: 2n, present: 1n })
  t.strictSame(first?.place.path, ['spec', 'containers', 0, 'resources', 'requests', 'openshift.io/sriovnet1'])
})

t.test('whether the pod was completed at all is told by its status annotation', async t => {
  t.equal(admitted().completed, true)
  const notOurs = [
    null,
    '',
    '{',
    'null',
    '{}',
    '{"version":1,"bonds":[]}',
    '{"version":1,"bonds":[{}]}',
    '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"fate","links":[]}]}',
    '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"pod","links":[{}]}]}',
    '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"pod"}]}',
  ]
  for (const status of notOurs) t.equal(admitted({ status }).completed, false, String(status))
})
