import t from 'tap'
import { createAdmittedJudge } from '../../src/bonding/admitted-verdict.ts'
import { fieldsOf } from '../../src/bonding/json-fields.ts'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { readNetwork } from '../../src/bonding/network.ts'
import { readPod } from '../../src/bonding/pod.ts'
import { defaultPolicy, type Policy } from '../../src/bonding/policy.ts'
import type { AdmittedPodExample } from '../../src/bonding/rules/example.ts'
import { admittedPodOfExample, podOfExample } from '../../src/bonding/rules/example-objects.ts'

interface Told {
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

function told(objects: ReturnType<typeof podOfExample>, policy: Partial<Policy> = {}, before?: string): Told {
  const pod = readPod(objects.pod, 'demo')
  if (!pod) throw new Error('no pod')
  const judge = createAdmittedJudge({ ...defaultPolicy, ...policy })
  const catalogue = new NetworkTable(objects.networks.map(readNetwork))
  const { errors, warnings } = judge(pod, catalogue, before === undefined ? undefined : { networks: before })
  return { errors: errors.map(({ rule }) => rule), warnings: warnings.map(({ rule }) => rule) }
}

const good = { errors: [], warnings: [] }

const cases: readonly ({ readonly name: string; readonly change: AdmittedPodExample } & Told)[] = [
  { name: 'the pod as it was completed', change: {}, ...good },
  {
    name: 'taken out: told once, without its devices',
    change: { networks: null },
    errors: ['attachments-kept'],
    warnings: [],
  },
  {
    name: 'the bond before its links: not told twice as the author would be',
    change: { networks: 'bond-net1@bond0,sriovnet1@net1,sriovnet2@net2' },
    errors: ['order-kept'],
    warnings: [],
  },
  {
    name: 'a link lost and the bond moved',
    change: { networks: 'bond-net1@bond0,sriovnet2@net2' },
    errors: ['attachments-kept', 'order-kept'],
    warnings: [],
  },
  {
    name: 'one resource doubled, the other taken out',
    change: { devices: { 'openshift.io/port0': '2' } },
    errors: ['devices-requested'],
    warnings: ['devices-not-doubled'],
  },
  {
    name: 'an interface name twice: nothing of ours changed, and yet the pod cannot start',
    change: { networks: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0,oam@oam0,oam@oam0' },
    errors: ['interface-names-unique'],
    warnings: [],
  },
  {
    name: 'an annotation that Multus cannot read',
    change: { networks: 'sriovnet1@net1,,bond-net1@bond0' },
    errors: ['attachments-kept'],
    warnings: [],
  },
]

for (const { name, change, errors, warnings } of cases) {
  t.test(name, async t => {
    t.strictSame(told(admittedPodOfExample(change)), { errors, warnings })
  })
}

t.test('advice that was given at injection is not repeated', async t => {
  const { pod, networks } = admittedPodOfExample({})
  const discovered = networks.map(network =>
    network.metadata.name === 'bond-net1'
      ? { ...network, metadata: { namespace: 'demo', name: 'bond-net1' } }
      : network,
  )
  t.strictSame(told({ pod, networks: discovered }), good)
})

t.test('a pod that is none of our business', async t => {
  t.strictSame(told(podOfExample({ spec: { hostNetwork: true } })), good, 'on the network of its host')
  const mirror = { 'kubernetes.io/config.mirror': 'x' }
  t.strictSame(told(podOfExample({ annotations: mirror })), good, 'a mirror pod')
})

t.test(
  'a completed pod that a later webhook put on the network of its host: its bond is gone, and that is told',
  async t => {
    const { pod, networks } = admittedPodOfExample({})
    const onHost = { ...pod, spec: { ...fieldsOf(pod['spec']), hostNetwork: true } }
    t.strictSame(told({ pod: onHost, networks }), { errors: [], warnings: ['no-host-network'] })
  },
)

t.test('a pod that nobody completed', async t => {
  t.strictSame(told(podOfExample({})), { errors: ['pod-completed'], warnings: [] })
  const severities = new Map([['pod-completed', 'warning' as const]])
  t.strictSame(
    told(podOfExample({}), { severities }),
    { errors: [], warnings: ['pod-completed'] },
    'a site may let it pass',
  )
})

t.test('with --devices=leave nobody may have added the devices', async t => {
  const objects = admittedPodOfExample({ devices: {} })
  t.strictSame(told(objects, { devices: 'leave' }), {
    errors: ['devices-requested', 'devices-requested'],
    warnings: [],
  })
})

t.test('an update', async t => {
  const networks = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
  t.strictSame(told(admittedPodOfExample({}), {}, networks), good, 'that leaves the networks')
  t.strictSame(told(admittedPodOfExample({ networks: `${networks},oam@oam0` }), {}, networks), {
    errors: [],
    warnings: ['networks-kept-on-update'],
  })
})
