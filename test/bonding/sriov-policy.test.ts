import t from 'tap'
import { readSriovPolicy } from '../../src/bonding/sriov-policy.ts'

const policy = (
  spec: Readonly<Record<string, unknown>>,
  metadata: unknown = { name: 'port0', namespace: 'operator' },
) => readSriovPolicy({ metadata, spec: { resourceName: 'port0', ...spec } }, 'default')

const nothing = {
  reference: { namespace: 'operator', name: 'port0' },
  resourceName: 'port0',
  numVfs: undefined,
  mtu: undefined,
  deviceType: '',
  linkType: '',
  eSwitchMode: '',
  nodeSelector: new Map(),
  nics: { vendor: '', deviceID: '', pfNames: [], rootDevices: [] },
}

t.test('the policy of the OpenShift page', async t => {
  const read = policy({
    deviceType: 'netdevice',
    isRdma: false,
    linkType: 'eth',
    mtu: 9000,
    nicSelector: { vendor: '15b3', deviceID: '101d', pfNames: ['ens1f0#0-3', 'ens2f0'], rootDevices: ['0000:3b:00.0'] },
    nodeSelector: { 'node-role.kubernetes.io/worker': '' },
    numVfs: 8,
    priority: 99,
  })
  t.strictSame(read, {
    ...nothing,
    deviceType: 'netdevice',
    linkType: 'eth',
    mtu: 9000,
    numVfs: 8,
    nodeSelector: new Map([['node-role.kubernetes.io/worker', '']]),
    nics: {
      vendor: '15b3',
      deviceID: '101d',
      pfNames: [
        { port: 'ens1f0', range: { first: 0, last: 3 } },
        { port: 'ens2f0', range: undefined },
      ],
      rootDevices: ['0000:3b:00.0'],
    },
  })
})

t.test('no more than a resource', async t => {
  t.strictSame(policy({}), nothing)
})

t.test('a policy that names no namespace is in that of the reader', async t => {
  t.strictSame(policy({}, { name: 'port0' })?.reference, { namespace: 'default', name: 'port0' })
})

const wrongTypes: readonly { readonly name: string; readonly spec: Readonly<Record<string, unknown>> }[] = [
  { name: 'numbers as texts', spec: { mtu: '9000', numVfs: '8' } },
  { name: 'parts of numbers', spec: { mtu: 1500.5, numVfs: 1.5 } },
  { name: 'an mtu of nothing', spec: { mtu: 0 } },
  { name: 'texts as numbers', spec: { deviceType: 1, linkType: true, eSwitchMode: null } },
  { name: 'lists as texts', spec: { nicSelector: { pfNames: 'ens1f0', rootDevices: '0000:3b:00.0' } } },
  { name: 'lists of other things', spec: { nicSelector: { pfNames: [1, null, {}] } } },
  { name: 'objects as lists', spec: { nicSelector: ['ens1f0'], nodeSelector: ['a'] } },
  { name: 'objects as null', spec: { nicSelector: null, nodeSelector: null } },
]
for (const { name, spec } of wrongTypes) {
  t.test(`${name} are as good as absent`, async t => {
    t.strictSame(policy(spec), nothing)
  })
}

const ranges = [
  { entry: 'ens1f0', port: 'ens1f0', range: undefined },
  { entry: 'ens1f0#0-0', port: 'ens1f0', range: { first: 0, last: 0 } },
  { entry: 'ens1f0#10-127', port: 'ens1f0', range: { first: 10, last: 127 } },
  { entry: 'eth-1#2-3', port: 'eth-1', range: { first: 2, last: 3 } },
  { entry: 'ens1f0#3', port: 'ens1f0#3', range: undefined },
  { entry: 'ens1f0#0-3#4-7', port: 'ens1f0#0-3#4-7', range: undefined },
  { entry: '#0-3', port: '#0-3', range: undefined },
]
for (const { entry, port, range } of ranges) {
  t.test(`pfNames [${entry}]`, async t => {
    t.strictSame(policy({ nicSelector: { pfNames: [entry] } })?.nics.pfNames, [{ port, range }])
  })
}

t.test('what is no whole policy is none', async t => {
  const fragments: readonly unknown[] = [
    undefined,
    'text',
    [],
    {},
    { metadata: { name: 'port0' } },
    { metadata: { name: 'port0' }, spec: { mtu: 9000 } },
    { metadata: { name: 'port0' }, spec: { resourceName: 7 } },
    { metadata: {}, spec: { resourceName: 'port0' } },
    { spec: { resourceName: 'port0' } },
  ]
  for (const object of fragments) t.equal(readSriovPolicy(object, 'default'), undefined, JSON.stringify(object))
})
