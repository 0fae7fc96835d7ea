import t from 'tap'
import { createAdmittedJudge } from '../../../../src/bonding/admitted-verdict.ts'
import { describe } from '../../../../src/bonding/layout.ts'
import { NetworkTable } from '../../../../src/bonding/network-table.ts'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { readPod } from '../../../../src/bonding/pod.ts'
import { defaultPolicy, type Policy } from '../../../../src/bonding/policy.ts'
import { fieldsOf } from '../../../../src/bonding/json-fields.ts'
import type { AdmittedPodExample } from '../../../../src/bonding/rules/example.ts'
import { admittedPodOfExample } from '../../../../src/bonding/rules/example-objects.ts'

const completed = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'

interface Words {
  readonly name: string
  readonly change: AdmittedPodExample
  readonly devices?: Policy['devices']
  /** Replaces the containers of the pod. */
  readonly spec?: Readonly<Record<string, unknown>>
  readonly says: readonly RegExp[]
}

/** All that is told of the pod, errors first. */
function told({ change, devices = 'add', spec }: Omit<Words, 'says' | 'name'>): readonly string[] {
  const { pod, networks } = admittedPodOfExample(change)
  const read = readPod(spec ? { ...fieldsOf(pod), spec } : pod, 'demo')
  if (!read) throw new Error('no pod')
  const judge = createAdmittedJudge({ ...defaultPolicy, devices })
  const before = change.before === undefined ? undefined : { networks: change.before }
  const { errors, warnings } = judge(read, new NetworkTable(networks.map(readNetwork)), before)
  return [...errors, ...warnings].map(describe)
}

const one = { 'openshift.io/port0': '1', 'openshift.io/port1': '1' }
const asking = (name: string, list: object) => ({ name, image: 'example', resources: { requests: list, limits: list } })
const port0 = { 'openshift.io/port0': '1' }

const cases: readonly Words[] = [
  {
    name: 'a network that was put in front without a name: ours is there, and its name is taken',
    change: { networks: `oam,${completed}` },
    says: [
      /: oam was added as net1 \(by its position\), the name of sriovnet1, since .* let it give oam a name of its own/,
    ],
  },
  {
    name: 'a network that was added under the name of the bond',
    change: { networks: `${completed},oam@bond0` },
    says: [/: oam was added as bond0, the name of bond-net1, since .* let it give oam a name of its own/],
  },
  {
    name: 'a list that Multus cannot read any more: nobody knows what was taken out',
    change: { networks: `${completed},,` },
    says: [/^(?!.*taken out).*cannot be read since another webhook changed it: no network is named between two commas/],
  },
  {
    name: 'JSON that Multus cannot read any more',
    change: { networks: '[{"name":"sriovnet1"' },
    says: [/^(?!.*taken out).*cannot be read since another webhook changed it: .* let it keep the list/],
  },
  {
    name: 'an update that breaks the list: no webhook is suspected',
    change: { networks: 'sriovnet1@net1,bond-net1@bond0', before: completed },
    says: [/^(?!.*mutatingwebhook).*sriovnet2@net2 was taken out.*Set the annotation back/, /networks-kept-on-update/],
  },
  {
    name: 'an update that sorts the list',
    change: { networks: 'bond-net1@bond0,sriovnet1@net1,sriovnet2@net2', before: completed },
    says: [/^(?!.*mutatingwebhook).*was reordered.*Set the annotation back/, /networks-kept-on-update/],
  },
  {
    name: 'an update that adds a virtual function: devices cannot be added any more',
    change: { networks: `${completed},sriovnet1@spare`, before: completed },
    says: [/^(?!.*webhook).*port0\]: 1 requested, and the networks need 2\. Set the annotation back/, /kept-on-update/],
  },
  {
    name: 'requests that went where bond-injector adds them: the setting is right, the order is not',
    change: { devices: { 'openshift.io/port1': '1' } },
    says: [/^(?!.*--devices)(?!.*nobody).*port0\]: 0 requested, .* a later webhook .*reinvocationPolicy: IfNeeded/],
  },
  {
    name: 'requests that another webhook should have added',
    change: { devices: { 'openshift.io/port1': '1' } },
    devices: 'leave',
    says: [/port0\]: 0 requested, and the networks need 1: nobody added .* Run bond-injector with --devices=add/],
  },
  {
    name: 'doubled where bond-injector adds devices',
    change: { devices: { ...one, 'openshift.io/port0': '2' } },
    says: [
      /: 2 requested, its networks need 1\. Request none in the pod; if an injector doubled them, use --devices=leave/,
    ],
  },
  {
    name: 'more than needed where another webhook adds them: the setting is set already',
    change: { devices: { ...one, 'openshift.io/port0': '2' } },
    devices: 'leave',
    says: [
      /^(?!.*--devices).*: 2 requested, its networks need 1\. Request none in the pod: another webhook adds them on top/,
    ],
  },
  {
    name: 'doubled in two containers: the number is that of the pod, not of the container at that place',
    change: {},
    spec: { containers: [asking('a', one), asking('b', port0)] },
    says: [/containers\[0\].*port0\]: 2 requested in all, its networks need 1/],
  },
  {
    name: 'doubled by a sidecar, which counts',
    change: {},
    spec: { containers: [asking('a', one)], initContainers: [{ ...asking('s', port0), restartPolicy: 'Always' }] },
    says: [/port0\]: 2 requested in all, its networks need 1/],
  },
  {
    name: 'an init container that ends does not count',
    change: {},
    spec: { containers: [asking('a', one)], initContainers: [asking('i', port0)] },
    says: [],
  },
]

for (const { name, says, ...scene } of cases) {
  t.test(name, async t => {
    const texts = told(scene)
    t.equal(texts.length, says.length, texts.join('\n'))
    for (const [index, pattern] of says.entries()) t.match(texts[index], pattern)
  })
}
