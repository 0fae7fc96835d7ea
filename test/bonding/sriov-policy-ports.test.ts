import fc from 'fast-check'
import t from 'tap'
import { readSriovPolicy, type SriovPolicy } from '../../src/bonding/sriov-policy.ts'
import { mayShareNode, mostDevices, sharedPort } from '../../src/bonding/sriov-policy-ports.ts'

function policy(nicSelector: object, spec: object = {}): SriovPolicy {
  const object = { metadata: { name: 'p' }, spec: { resourceName: 'r', nicSelector, ...spec } }
  const read = readSriovPolicy(object, 'operator')
  if (!read) throw new Error('no policy')
  return read
}
const ports = (...pfNames: readonly string[]) => policy({ pfNames })
const devices = (...rootDevices: readonly string[]) => policy({ rootDevices })

const cases: readonly {
  readonly name: string
  readonly one: SriovPolicy
  readonly other: SriovPolicy
  /** The port, its place in the first policy, and whether the same virtual functions are taken of it. */
  readonly shared: readonly [port: string, path: string, overlapping: boolean] | undefined
}[] = [
  { name: 'two ports', one: ports('ens1f0'), other: ports('ens2f0'), shared: undefined },
  { name: 'one port', one: ports('ens1f0'), other: ports('ens1f0'), shared: ['ens1f0', 'pfNames 0', true] },
  {
    name: 'two parts of a port',
    one: ports('ens1f0#0-3'),
    other: ports('ens1f0#4-7'),
    shared: ['ens1f0', 'pfNames 0', false],
  },
  {
    name: 'parts that share one virtual function',
    one: ports('ens1f0#0-4'),
    other: ports('ens1f0#4-7'),
    shared: ['ens1f0', 'pfNames 0', true],
  },
  {
    name: 'a part inside of another',
    one: ports('ens1f0#0-7'),
    other: ports('ens1f0#3-3'),
    shared: ['ens1f0', 'pfNames 0', true],
  },
  {
    name: 'a port and a part of it, which the operator allows',
    one: ports('ens1f0'),
    other: ports('ens1f0#4-7'),
    shared: ['ens1f0', 'pfNames 0', false],
  },
  {
    name: 'the second port of the first policy',
    one: ports('ens1f0', 'ens2f0'),
    other: ports('ens2f0'),
    shared: ['ens2f0', 'pfNames 1', true],
  },
  {
    name: 'a port that is listed twice, of which the first entry counts',
    one: ports('ens1f0#4-7'),
    other: ports('ens1f0#0-3', 'ens1f0#4-7'),
    shared: ['ens1f0', 'pfNames 0', false],
  },
  {
    name: 'one address',
    one: devices('0000:3b:00.0'),
    other: devices('0000:3b:00.0'),
    shared: ['0000:3b:00.0', 'rootDevices 0', true],
  },
  { name: 'one placeholder of a template', one: ports('${PF}'), other: ports('${PF}'), shared: undefined },
  { name: 'another kind of placeholder', one: ports('<port>#0-3'), other: ports('<port>#4-7'), shared: undefined },
  { name: 'a placeholder for an address', one: devices('{{ pci }}'), other: devices('{{ pci }}'), shared: undefined },
  { name: 'two addresses', one: devices('0000:3b:00.0'), other: devices('0000:3b:00.1'), shared: undefined },
  { name: 'a port and an address', one: ports('ens1f0'), other: devices('0000:3b:00.0'), shared: undefined },
  { name: 'only a vendor', one: policy({ vendor: '8086' }), other: policy({ vendor: '8086' }), shared: undefined },
  { name: 'nothing selected', one: policy({}), other: policy({}), shared: undefined },
  {
    name: 'one name on cards of two vendors',
    one: policy({ vendor: '8086', pfNames: ['ens1f0'] }),
    other: policy({ vendor: '15b3', pfNames: ['ens1f0'] }),
    shared: undefined,
  },
  {
    name: 'one name of two kinds of card',
    one: policy({ deviceID: '158b', pfNames: ['ens1f0'] }),
    other: policy({ deviceID: '101d', pfNames: ['ens1f0'] }),
    shared: undefined,
  },
  {
    name: 'one name, where only one says the vendor',
    one: policy({ vendor: '8086', pfNames: ['ens1f0'] }),
    other: ports('ens1f0'),
    shared: ['ens1f0', 'pfNames 0', true],
  },
  {
    name: 'one name at two addresses',
    one: policy({ pfNames: ['ens1f0'], rootDevices: ['0000:3b:00.0'] }),
    other: policy({ pfNames: ['ens1f0'], rootDevices: ['0000:5e:00.0'] }),
    shared: undefined,
  },
  {
    name: 'two names, and one address among those of both',
    one: policy({ pfNames: ['ens1f0'], rootDevices: ['0000:3b:00.0'] }),
    other: policy({ pfNames: ['ens2f0'], rootDevices: ['0000:3b:00.0'] }),
    shared: undefined,
  },
  {
    name: 'one port of two kinds of node',
    one: policy({ pfNames: ['ens1f0'] }, { nodeSelector: { zone: 'a' } }),
    other: policy({ pfNames: ['ens1f0'] }, { nodeSelector: { zone: 'b' } }),
    shared: undefined,
  },
]
for (const { name, one, other, shared } of cases) {
  t.test(`a port of both: ${name}`, async t => {
    const [port, path = '', overlapping] = shared ?? []
    const [key, index] = path.split(' ')
    const expected = shared && { port, path: ['nicSelector', key, Number(index)], overlapping }
    t.strictSame(sharedPort(one, other), expected)
  })
}

const selectors = [
  { name: 'none at all', one: {}, other: {}, may: true },
  { name: 'the same label', one: { zone: 'a' }, other: { zone: 'a' }, may: true },
  { name: 'other labels', one: { zone: 'a' }, other: { rack: '1' }, may: true },
  { name: 'all nodes and some', one: {}, other: { zone: 'b' }, may: true },
  { name: 'another value', one: { zone: 'a' }, other: { zone: 'b' }, may: false },
  { name: 'another value of one of two', one: { zone: 'a', rack: '1' }, other: { zone: 'a', rack: '2' }, may: false },
  { name: 'a value and an empty one', one: { zone: '' }, other: { zone: 'a' }, may: false },
]
for (const { name, one, other, may } of selectors) {
  t.test(`one node for both: ${name}`, async t => {
    const [first, second] = [policy({}, { nodeSelector: one }), policy({}, { nodeSelector: other })]
    t.equal(mayShareNode(first, second), may)
    t.equal(mayShareNode(second, first), may, 'and the other way round')
  })
}

const counts = [
  { name: 'a port', of: policy({ pfNames: ['a'] }, { numVfs: 8 }), most: 8 },
  { name: 'two ports', of: policy({ pfNames: ['a', 'b'] }, { numVfs: 8 }), most: 16 },
  { name: 'a part of a port', of: policy({ pfNames: ['a#2-3'] }, { numVfs: 8 }), most: 2 },
  { name: 'a port and a part', of: policy({ pfNames: ['a', 'b#0-0'] }, { numVfs: 8 }), most: 9 },
  { name: 'two addresses', of: policy({ rootDevices: ['1', '2'] }, { numVfs: 3 }), most: 6 },
  { name: 'ports that are not named', of: policy({ vendor: '8086' }, { numVfs: 3 }), most: undefined },
  { name: 'no number', of: policy({ pfNames: ['a'] }), most: undefined },
  { name: 'none', of: policy({ pfNames: ['a'] }, { numVfs: 0 }), most: 0 },
]
for (const { name, of, most } of counts) {
  t.test(`devices: ${name}`, async t => {
    t.equal(mostDevices(of), most)
  })
}

const entry = fc.oneof(
  fc.constantFrom('a', 'b', 'c'),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(8), fc.nat(8))
    .map(([port, first, more]) => `${port}#${first}-${first + more}`),
)
const anyPolicy = fc
  .tuple(fc.uniqueArray(entry, { selector: text => text.charAt(0), maxLength: 1 }), fc.constantFrom('', 'x', 'y'))
  .map(([pfNames, zone]) => policy({ pfNames }, zone === '' ? {} : { nodeSelector: { zone } }))

t.test('whether two policies share a port does not depend on which comes first', async t => {
  const property = fc.property(anyPolicy, anyPolicy, (one, other) => {
    const [there, back] = [sharedPort(one, other), sharedPort(other, one)]
    return there?.port === back?.port && there?.overlapping === back?.overlapping
  })
  t.doesNotThrow(() => {
    fc.assert(property, { seed: 7, numRuns: 500 })
  })
})
