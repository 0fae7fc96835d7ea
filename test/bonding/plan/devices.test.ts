import t from 'tap'
import { annotations } from '../../../src/bonding/keys.ts'
import { bond, openshift, play, type Scene, sriov } from '../scene.ts'

const one = 'openshift.io/sriovnet1'
const two = 'openshift.io/sriovnet2'
type Quantities = Readonly<Record<string, unknown>>
type Box = {
  name: string
  restartPolicy?: string
  resources?: { requests?: Quantities | null; limits?: Quantities | null } | null
}
const app = (requests?: Quantities | null, limits: Quantities | null | undefined = requests, name = 'app'): Box => ({
  name,
  resources: { ...(requests === undefined ? {} : { requests }), ...(limits === undefined ? {} : { limits }) },
})
const both = { [one]: '1', [two]: '1' }

interface Case extends Scene {
  readonly name: string
  readonly containers: readonly Box[]
  readonly init?: readonly Box[]
  /** Requests and limits of each container, then of each init container, afterwards. */
  readonly expect: readonly (Quantities | undefined)[] | string
}

const cases: readonly Case[] = [
  { name: 'no resources', containers: [{ name: 'app' }], expect: [both] },
  { name: 'resources null', containers: [{ name: 'app', resources: null }], expect: [both] },
  { name: 'empty resources', containers: [{ name: 'app', resources: {} }], expect: [both] },
  { name: 'requests null', containers: [app(null)], expect: [both] },
  { name: 'other resources stay', containers: [app({ cpu: '1' })], expect: [{ cpu: '1', ...both }] },
  { name: 'one of two is there', containers: [app({ [one]: '1' })], expect: [both] },
  { name: 'both are there', containers: [app(both)], expect: [both] },
  {
    name: 'more than needed is never lowered',
    containers: [app({ [one]: '3', [two]: '1' })],
    expect: [{ [one]: '3', [two]: '1' }],
  },
  { name: 'a limit without a request counts', containers: [app(undefined, both)], expect: [undefined] },
  {
    name: 'numbers, and forms that Kubernetes takes',
    containers: [app({ [one]: 1, [two]: '1000m' })],
    expect: [{ [one]: 1, [two]: '1000m' }],
  },
  { name: 'zero is topped up', containers: [app({ [one]: '0', [two]: '0' })], expect: [both] },
  {
    name: 'the sum over containers counts',
    containers: [app({ [one]: '1' }), app({ [two]: '1' }, undefined, 'b')].map(box => ({
      ...box,
      resources: { requests: box.resources?.requests ?? {}, limits: box.resources?.requests ?? {} },
    })),
    expect: [{ [one]: '1' }, { [two]: '1' }],
  },
  { name: 'the first container gets them', containers: [{ name: 'a' }, { name: 'b' }], expect: [both, undefined] },
  {
    name: 'per resource, the container that asks already',
    containers: [{ name: 'a' }, app({ [one]: '1' }, { [one]: '1' }, 'b')],
    definitions: [sriov('sriovnet1', one), sriov('sriovnet2', one), bond('bond-net1', ['net1', 'net2'])],
    expect: [undefined, { [one]: '2' }],
  },
  {
    name: "kubectl's default container",
    containers: [{ name: 'a' }, { name: 'b' }],
    annotations: { 'kubectl.kubernetes.io/default-container': 'b' },
    expect: [undefined, both],
  },
  {
    name: 'a default container that is not there',
    containers: [{ name: 'a' }],
    annotations: { 'kubectl.kubernetes.io/default-container': 'z' },
    expect: [both],
  },
  {
    name: 'the container annotation',
    containers: [{ name: 'a' }, { name: 'b' }],
    annotations: { [annotations.container]: 'b' },
    expect: [undefined, both],
  },
  {
    name: 'the container annotation wins over one that asks',
    containers: [app({ [one]: '1' }, { [one]: '1' }, 'a'), { name: 'b' }],
    annotations: { [annotations.container]: 'b' },
    expect: [{ [one]: '1' }, { [two]: '1' }],
  },
  {
    name: 'the container annotation names a sidecar',
    containers: [{ name: 'a' }],
    init: [{ name: 's', restartPolicy: 'Always' }],
    annotations: { [annotations.container]: 's' },
    expect: [undefined, both],
  },
  {
    name: 'the container annotation names an init container',
    containers: [{ name: 'a' }],
    init: [{ name: 'i' }],
    annotations: { [annotations.container]: 'i' },
    expect: 'container-exists',
  },
  {
    name: 'the container annotation names nobody',
    containers: [{ name: 'a' }],
    annotations: { [annotations.container]: 'z' },
    expect: 'container-exists',
  },
  {
    name: 'a sidecar counts',
    containers: [{ name: 'a' }],
    init: [{ ...app(both, both, 's'), restartPolicy: 'Always' }],
    expect: [undefined, both],
  },
  {
    name: 'an init container does not',
    containers: [{ name: 'a' }],
    init: [app(both, both, 'i')],
    expect: [both, both],
  },
  {
    name: 'one network twice needs two',
    containers: [{ name: 'a' }],
    networks: 'sriovnet1@net1,sriovnet1@net2',
    expect: [{ [one]: '2' }],
  },
  {
    name: 'a foreign attachment needs one, too',
    containers: [{ name: 'a' }],
    networks: 'sriovnet1@net1,sriovnet2@net2,sriovnet1@x',
    expect: [{ [one]: '2', [two]: '1' }],
  },
  {
    name: 'a request without a limit',
    containers: [app({ [one]: '1' }, undefined)].map(box => ({ ...box, resources: { requests: { [one]: '1' } } })),
    expect: 'device-requests-equal-limits',
  },
  {
    name: 'a request that differs from its limit',
    containers: [app({ [one]: '2' }, { [one]: '1' })],
    expect: 'device-requests-equal-limits',
  },
  { name: 'no whole number', containers: [app({ [one]: '1500m' })], expect: 'device-quantity' },
  { name: 'no quantity', containers: [app({ [one]: 'one' })], expect: 'device-quantity' },
  { name: 'left to another webhook', containers: [{ name: 'a' }], policy: { devices: 'leave' }, expect: [undefined] },
  {
    name: 'left to another webhook, which would not top up',
    containers: [app({ [one]: '1' })],
    networks: 'sriovnet1@net1,sriovnet1@net2',
    policy: { devices: 'leave' },
    expect: 'enough-device-requests',
  },
]

for (const { name, containers, init, expect, ...scene } of cases) {
  t.test(name, async t => {
    const outcome = play({
      ...scene,
      spec: { containers, ...(init ? { initContainers: init } : {}) },
      definitions: scene.definitions ?? openshift,
    })
    if (typeof expect === 'string') return t.strictSame(outcome.refused, [expect])
    t.strictSame(outcome.refused, undefined)
    const spec = (outcome.pod as { spec: { containers: Box[]; initContainers?: Box[] } }).spec
    const boxes = [...spec.containers, ...(spec.initContainers ?? [])]
    t.strictSame(boxes.map(box => box.resources?.requests ?? undefined), expect) // prettier-ignore
    for (const [index, box] of boxes.entries()) {
      if (expect[index]) t.strictSame(box.resources?.limits, expect[index], 'limits equal requests')
    }
  })
}
