import jsonpatch from 'fast-json-patch'
import t from 'tap'
import { createAdopter } from '../../../src/bonding/adopt/adopt-pod.ts'
import type { AdoptedPod } from '../../../src/bonding/adopt/adoption.ts'
import { inject } from '../../../src/bonding/inject.ts'
import { pointerStep } from '../../../src/bonding/json-patch.ts'
import { annotations, bondLabel, foreignAnnotations } from '../../../src/bonding/keys.ts'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { effectiveInterface, readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { applied, bond, macvlan, openshift, podOf, type Scene, sriov } from '../scene.ts'

const [port1, port2] = ['openshift.io/sriovnet1', 'openshift.io/sriovnet2']
const both = { [port1]: '1', [port2]: '1' }
const container = (name: string, devices?: Readonly<Record<string, string>>) => ({
  name,
  ...(devices && { resources: { requests: devices, limits: devices } }),
})
const spec = (...containers: readonly object[]) => ({ spec: { containers } })
const usual = spec(container('app', both))

function adopted(scene: Scene) {
  const pod = podOf({ label: null, ...scene })
  const read = readPod(pod, 'demo')
  if (!read) throw new Error('no pod')
  const catalogue = new NetworkTable((scene.definitions ?? openshift).map(readNetwork))
  const policy = { ...defaultPolicy, ...scene.policy }
  return { pod, catalogue, policy, adoption: createAdopter(policy)(read, catalogue) }
}

/** The pod with what was proposed, as its author would write it down. */
function reduced(pod: unknown, { sets, removals }: AdoptedPod): unknown {
  const removing = removals.map(
    path => ({ op: 'remove', path: path.map(step => `/${pointerStep(`${step}`)}`).join('') }) as const,
  )
  return jsonpatch.applyPatch(applied(pod, sets), removing, true, false).newDocument
}

/** What a pod says of its networks: label, list and our own annotations. */
function says(pod: unknown): Readonly<Record<string, string>> {
  const read = readPod(pod, 'demo')
  const { networks } = foreignAnnotations
  const has = { ...read?.labels, ...read?.annotations }
  const keys = [bondLabel, annotations.bonds, annotations.links, annotations.container, networks]
  return Object.fromEntries(keys.flatMap(key => (has[key] === undefined ? [] : [[key.replace(/.*\//, ''), has[key]]])))
}

const attachmentsOf = (pod: unknown) => {
  const list = readNetworksAnnotation(readPod(pod, 'demo')?.annotations?.[foreignAnnotations.networks] ?? '', 'demo')
  if (list.kind === 'unreadable') throw new Error(list.found)
  return list.elements.map(({ index, namespace, name, interface: own, mac, ips }) => {
    return { namespace, name, interface: effectiveInterface({ index, interface: own }), mac, ips }
  })
}
const devicesOf = (pod: unknown) =>
  readPod(pod, 'demo')?.containers.map(({ name, requests, limits }) => [name, { ...requests }, { ...limits }])

const cases: readonly {
  readonly name: string
  readonly scene: Scene
  readonly says: Readonly<Record<string, string>>
  /** The requests of devices that are left. */
  readonly left?: Readonly<Record<string, string>>
  readonly differs?: readonly RegExp[]
}[] = [
  {
    name: 'links and a bond called as the label calls them: the label is enough',
    scene: { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', ...usual },
    says: { bond: 'bond-net1' },
  },
  {
    name: 'the pod of the OpenShift page: its bond stays net3',
    scene: { networks: 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1', ...usual },
    says: { bond: 'bond-net1', bonds: 'bond-net1@net3' },
  },
  {
    name: 'links in another order than discovery takes',
    scene: { networks: 'sriovnet2@net1,sriovnet1@net2,bond-net1@bond0', ...usual },
    says: { bond: 'bond-net1', links: 'sriovnet2,sriovnet1' },
  },
  {
    name: 'the same network for both links',
    scene: { networks: 'sriovnet1,sriovnet1,bond-net1@bond0', ...spec(container('app', { [port1]: '2' })) },
    says: { bond: 'bond-net1', links: 'sriovnet1,sriovnet1' },
  },
  {
    name: 'the links stand in the bond network: nothing is guessed',
    scene: {
      networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
      definitions: [
        ...openshift.slice(0, 2),
        sriov('storage'),
        bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
      ],
      ...usual,
    },
    says: { bond: 'bond-net1' },
  },
  {
    name: 'another network in front stays where it is',
    scene: {
      networks: 'oam@oam0, sriovnet1@net1, sriovnet2@net2, bond-net1@bond0',
      definitions: [...openshift, macvlan('oam')],
      ...usual,
    },
    says: { bond: 'bond-net1', networks: 'oam@oam0' },
  },
  {
    name: 'another network behind: the list stays, since its order would change',
    scene: {
      networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,oam',
      definitions: [...openshift, macvlan('oam')],
      ...usual,
    },
    says: { bond: 'bond-net1', networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,oam' },
  },
  {
    name: 'addresses can be asked for in the list only, which stays',
    scene: {
      networks:
        '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"bond0"}]',
      ...usual,
    },
    says: {
      bond: 'bond-net1',
      links: 'sriovnet1,sriovnet2',
      networks: '[{"name":"sriovnet1","interface":"net1","mac":"02:00:00:00:00:01"}]',
    },
  },
  {
    name: 'devices of another container than the first: it is named',
    scene: { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', ...spec(container('a'), container('b', both)) },
    says: { bond: 'bond-net1', container: 'b' },
  },
  {
    name: 'devices of two containers stay',
    scene: {
      networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
      ...spec(container('a', { [port1]: '1' }), container('b', { [port2]: '1' })),
    },
    says: { bond: 'bond-net1' },
    left: both,
  },
  {
    name: 'more devices than the networks need stay',
    scene: {
      networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
      ...spec(container('app', { ...both, [port1]: '3' })),
    },
    says: { bond: 'bond-net1' },
    left: { [port1]: '3' },
  },
  {
    name: 'devices stay where another webhook adds them',
    scene: { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', policy: { devices: 'leave' }, ...usual },
    says: { bond: 'bond-net1' },
    left: both,
  },
  {
    name: 'no devices: the webhook will request them',
    scene: { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', ...spec(container('app')) },
    says: { bond: 'bond-net1' },
    differs: [/^container app requests 1 openshift.io\/sriovnet1, and not 0$/, /sriovnet2/],
  },
  {
    name: 'the default network needs a device that nobody requests: that is told, too',
    scene: {
      networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
      annotations: { [foreignAnnotations.defaultNetwork]: 'default/main' },
      definitions: [...openshift, sriov('main', 'openshift.io/main', 'default')],
      ...usual,
    },
    says: { bond: 'bond-net1' },
    differs: [/^container app requests 1 openshift.io\/main, and not 0$/],
  },
  {
    name: 'two bonds: each has links of its own, so that the list stays',
    scene: {
      networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,s3@net3,s4@net4,bond-net2@bond1',
      definitions: [...openshift, sriov('s3'), sriov('s4'), bond('bond-net2', ['net3', 'net4'])],
      ...spec(container('app', { ...both, 'openshift.io/s3': '1', 'openshift.io/s4': '1' })),
    },
    says: { bond: '', networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,s3@net3,s4@net4,bond-net2@bond1' },
  },
  {
    name: 'two bonds whose networks say what feeds them: no list',
    scene: {
      networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,s3@net3,s4@net4,bond-net2@bond1',
      definitions: [
        ...[...openshift.slice(0, 2), sriov('s3'), sriov('s4')],
        bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
        bond('bond-net2', ['net3', 'net4'], { links: 's3,s4' }),
      ],
      ...spec(container('app', { ...both, 'openshift.io/s3': '1', 'openshift.io/s4': '1' })),
    },
    says: { bond: '', bonds: 'bond-net1@bond0,bond-net2@bond1' },
  },
]

for (const { name, scene, says: expected, left = {}, differs = [] } of cases) {
  t.test(name, async t => {
    const { pod, catalogue, policy, adoption } = adopted(scene)
    if (adoption.kind !== 'adopted') return t.fail(JSON.stringify(adoption))
    const less = reduced(pod, adoption)
    t.strictSame(says(less), expected)
    t.equal(adoption.differences.length, differs.length, adoption.differences.join('\n'))
    for (const [index, each] of differs.entries()) t.match(adoption.differences[index], each)
    t.strictSame(Object.assign({}, ...(devicesOf(less) ?? []).map(([, requests]) => requests)), left)

    t.test('and really: what the webhook makes of it is what was there', async t => {
      const read = readPod(less, 'demo')
      const verdict = read && createPlanner(policy)(read, catalogue)
      if (verdict?.kind !== 'planned') return t.fail('it is refused')
      const completed = applied(less, inject(verdict.plan))
      const sorted = (each: unknown) => attachmentsOf(each).toSorted((a, b) => (a.interface < b.interface ? -1 : 1))
      t.strictSame(sorted(completed), sorted(pod))
      if (differs.length > 0) return
      t.strictSame(attachmentsOf(completed), attachmentsOf(pod))
      t.strictSame(devicesOf(completed), devicesOf(pod))
    })
  })
}

const impossible: readonly { readonly name: string; readonly scene: Scene; readonly reason: RegExp }[] = [
  {
    name: 'a bond in front of its links',
    scene: { networks: 'bond-net1@bond0,sriovnet1@net1,sriovnet2' },
    reason: /link|before/,
  },
  {
    name: 'links that are no virtual functions',
    scene: { networks: 'm@net1,sriovnet2@net2,bond-net1@bond0', definitions: [...openshift, macvlan('m')] },
    reason: /SR-IOV|macvlan/,
  },
  { name: 'a list that Multus cannot read', scene: { networks: 'a b' }, reason: /cannot be read/ },
  {
    name: 'a pod on the network of its host',
    scene: { networks: 'sriovnet1,sriovnet2,bond-net1', spec: { hostNetwork: true, containers: [{ name: 'a' }] } },
    reason: /network of its host/,
  },
]
for (const { name, scene, reason } of impossible) {
  t.test(`cannot be adopted: ${name}`, async t => {
    const { adoption } = adopted(scene)
    const text =
      adoption.kind === 'impossible'
        ? adoption.reasons.map(each => each.message).join('\n')
        : adoption.kind === 'impossible-text'
          ? adoption.reason
          : adoption.kind
    t.match(text, reason)
  })
}

t.test('a pod without a bond is left alone', async t => {
  t.strictSame(adopted({ networks: 'sriovnet1' }).adoption, { kind: 'no-bond' })
  t.strictSame(adopted({}).adoption, { kind: 'no-bond' })
})

t.test('what discovery found is told, since another network would break it', async t => {
  const { adoption } = adopted({ networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', ...usual })
  t.match(adoption, { warnings: [{ rule: 'links-by-discovery' }] })
})
