import t from 'tap'
import {
  decodeGo,
  goAny,
  goInt,
  goIp,
  goMap,
  goPointer,
  goSlice,
  goString,
  goStruct,
  type Decoding,
} from '../../src/bonding/go-decode.ts'
import { parseGoJson } from '../../src/bonding/go-json.ts'

/** Some fields of Multus's element of the networks annotation: every kind of type that it has. */
const element = goStruct('types.NetworkSelectionElement', {
  name: goString,
  ips: goSlice(goString),
  interface: goString,
  portMappings: goSlice(goPointer(goStruct('types.PortMapEntry', { hostPort: goInt, protocol: goString }))),
  bandwidth: goPointer(goStruct('types.BandwidthEntry', { ingressRate: goInt })),
  'cni-args': goPointer(goMap(goAny)),
  'default-route': goPointer(goSlice(goIp)),
})
const elements = goSlice(goPointer(element))

function decode(text: string): Decoding<typeof elements.zero> {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') throw new Error(reading.problem.goMessage)
  return decodeGo(reading.root, elements)
}

t.test('the type of a value is that of its Go type', async t => {
  const [first] = decode('[{"name":"a","ips":["x"],"bandwidth":{"ingressRate":1}}]').value ?? []
  // These lines are the test: they do not compile if the types are wrong.
  const name: string | undefined = first?.name
  const ips: readonly string[] | null | undefined = first?.ips
  const rate: number | undefined = first?.bandwidth?.ingressRate
  const gateways: readonly (string | null)[] | null | undefined = first?.['default-route']
  t.same([name, ips, rate, gateways], ['a', ['x'], 1, null])
})

t.test('an annotation', async t => {
  const { value, mismatches, goMessage } = decode(`[
    {"name": "sriovnet1", "interface": "net1", "ips": ["10.0.0.5/24"]},
    {"NAME": "bond-net1", "Interface": "bond0", "portMappings": [{"hostPort": 80}, null], "unknown": [1e400]},
    null
  ]`)
  const nothing = { ips: null, portMappings: null, bandwidth: null, 'cni-args': null, 'default-route': null }
  t.strictSame(value, [
    { ...nothing, name: 'sriovnet1', interface: 'net1', ips: ['10.0.0.5/24'] },
    { ...nothing, name: 'bond-net1', interface: 'bond0', portMappings: [{ hostPort: 80, protocol: '' }, null] },
    null,
  ])
  t.same(mismatches, [])
  t.equal(goMessage, undefined)
})

t.test('all mismatches are there, in the order of the text; Go returns the first', async t => {
  const { value, mismatches, goMessage } = decode(
    '[{"name":1,"ips":["a",2],"bandwidth":{"ingressRate":"x"}},{"interface":[]},3]',
  )
  t.same(
    mismatches.map(mismatch => mismatch.path),
    [[0, 'name'], [0, 'ips', 1], [0, 'bandwidth', 'ingressRate'], [1, 'interface'], [2]],
  )
  t.equal(goMessage, mismatches[0]?.goMessage)
  t.equal(goMessage, 'json: cannot unmarshal number into Go struct field NetworkSelectionElement.name of type string')
  const zero = element.zero
  const first = { ...zero, ips: ['a', ''], bandwidth: { ingressRate: 0 } }
  t.strictSame(value, [first, zero, zero], 'the rest is decoded')
})

t.test('mismatches and what Go says to each', async t => {
  const field = 'Go struct field NetworkSelectionElement'
  const cases = [
    { text: ' {}', path: [], go: 'object into Go value of type []*types.NetworkSelectionElement' },
    { text: '["a"]', path: [0], go: 'string into Go value of type types.NetworkSelectionElement' },
    { text: '[{"name":"a"},3]', path: [1], go: 'number into Go value of type types.NetworkSelectionElement' },
    { text: '[{"name":1}]', path: [0, 'name'], go: `number into ${field}.name of type string` },
    { text: '[{"Name":[]}]', path: [0, 'name'], go: `array into ${field}.name of type string` },
    { text: '[{"ips":"1.2.3.4"}]', path: [0, 'ips'], go: `string into ${field}.ips of type []string` },
    { text: '[{},{"ips":[null,4]}]', path: [1, 'ips', 1], go: `number into ${field}.ips of type string` },
    {
      text: '[{"portMappings":{}}]',
      path: [0, 'portMappings'],
      go: `object into ${field}.portMappings of type []*types.PortMapEntry`,
    },
    {
      text: '[{"portMappings":[1]}]',
      path: [0, 'portMappings', 0],
      go: `number into ${field}.portMappings of type types.PortMapEntry`,
    },
    {
      text: '[{"portMappings":[{"hostPort":80.0}]}]',
      path: [0, 'portMappings', 0, 'hostPort'],
      go: 'number 80.0 into Go struct field PortMapEntry.portMappings.hostPort of type int',
    },
    {
      text: '[{"bandwidth":{"ingressRate":"1"}}]',
      path: [0, 'bandwidth', 'ingressRate'],
      go: 'string into Go struct field BandwidthEntry.bandwidth.ingressRate of type int',
    },
    {
      text: '[{"cni-args":[]}]',
      path: [0, 'cni-args'],
      go: `array into ${field}.cni-args of type map[string]interface {}`,
    },
    {
      text: '[{"cni-args":{"a":{"b":1e400}}}]',
      path: [0, 'cni-args', 'a'],
      go: `number 1e400 into ${field}.cni-args of type float64`,
    },
    {
      text: '[{"default-route":"x"}]',
      path: [0, 'default-route'],
      go: `string into ${field}.default-route of type []net.IP`,
    },
    {
      text: '[{"default-route":[7]}]',
      path: [0, 'default-route', 0],
      go: `number into ${field}.default-route of type net.IP`,
    },
  ]
  for (const { text, path, go } of cases) {
    const seen = decode(text).mismatches.map(mismatch => [mismatch.path, mismatch.goMessage])
    t.same(seen, [[path, `json: cannot unmarshal ${go}`]], JSON.stringify(text))
  }
})

t.test('a mismatch knows the member or element that it is about', async t => {
  const text = '[{"name":"a","NAME":  1},{"ips":["a",  2]}]'
  const [member, item] = decode(text).mismatches
  t.equal(member && text.slice(member.origin.node.start, member.origin.node.end), '1')
  t.equal(member?.origin.key && text.slice(member.origin.key.start, member.origin.key.end), '"NAME"')
  t.equal(item && text.slice(item.origin.node.start, item.origin.node.end), '2')
  t.equal(item?.origin.key, undefined)
})

t.test('an address that net.IP refuses is what Go returns, whatever it noted before', async t => {
  const { mismatches, goMessage } = decode('[{"name":1,"default-route":["10.0.0.1","x"],"interface":2}]')
  t.equal(goMessage, 'invalid IP address: x')
  t.same(
    mismatches.map(({ path, stops }) => ({ path, stops })),
    [
      { path: [0, 'name'], stops: undefined },
      { path: [0, 'default-route', 1], stops: true },
      { path: [0, 'interface'], stops: undefined },
    ],
  )
})

t.test('origin: who set a value last', async t => {
  const cases = [
    { name: 'the text itself', text: '[{"name":"a"}]', path: [], origin: '[{"name":"a"}]' },
    { name: 'an element', text: '[ {"name":"a"} ]', path: [0], origin: '{"name":"a"}' },
    { name: 'a field', text: '[{"name":"a"}]', path: [0, 'name'], key: '"name"', origin: '"a"' },
    { name: 'in another spelling', text: '[{"Name":"a"}]', path: [0, 'name'], key: '"Name"', origin: '"a"' },
    { name: 'the last of several', text: '[{"name":"a","NAME":"b"}]', path: [0, 'name'], key: '"NAME"', origin: '"b"' },
    {
      name: 'not null',
      text: '[{"interface":"a","interface":null}]',
      path: [0, 'interface'],
      key: '"interface"',
      origin: '"a"',
    },
    { name: 'not a wrong type', text: '[{"name":"a","Name":1}]', path: [0, 'name'], key: '"name"', origin: '"a"' },
    { name: 'a list', text: '[{"ips":["a"],"IPS":["b"]}]', path: [0, 'ips'], key: '"IPS"', origin: '["b"]' },
    { name: 'an element of a list', text: '[{"ips":["a","b"]}]', path: [0, 'ips', 1], origin: '"b"' },
    {
      name: 'an element that null has kept',
      text: '[{"ips":["a","b"],"ips":[null]}]',
      path: [0, 'ips', 0],
      origin: '"a"',
    },
    { name: 'null for a list', text: '[{"ips":["a"],"Ips":null}]', path: [0, 'ips'], key: '"Ips"', origin: 'null' },
    {
      name: 'an object',
      text: '[{"bandwidth":{},"Bandwidth":{"x":1}}]',
      path: [0, 'bandwidth'],
      key: '"Bandwidth"',
      origin: '{"x":1}',
    },
    {
      name: 'a field merged from a repeat',
      text: '[{"bandwidth":{"ingressRate":1},"bandwidth":{}}]',
      path: [0, 'bandwidth', 'ingressRate'],
      key: '"ingressRate"',
      origin: '1',
    },
    {
      name: 'null for a pointer',
      text: '[{"bandwidth":{},"bandwidth":null}]',
      path: [0, 'bandwidth'],
      key: '"bandwidth"',
      origin: 'null',
    },
    {
      name: 'an entry of a map',
      text: '[{"cni-args":{"a":1,"a":2}}]',
      path: [0, 'cni-args', 'a'],
      key: '"a"',
      origin: '2',
    },
    {
      name: 'inside of an any',
      text: '[{"cni-args":{"a":{"b":[1,2],"b":[3,4]}}}]',
      path: [0, 'cni-args', 'a', 'b', 1],
      origin: '4',
    },
    {
      name: 'a member inside of an any',
      text: '[{"cni-args":{"a":{"b":1}}}]',
      path: [0, 'cni-args', 'a', 'b'],
      key: '"b"',
      origin: '1',
    },
    { name: 'a map', text: '[{"cni-args":{}}]', path: [0, 'cni-args'], key: '"cni-args"', origin: '{}' },
    {
      name: 'an address',
      text: '[{"default-route":["10.0.0.1"]}]',
      path: [0, 'default-route', 0],
      origin: '"10.0.0.1"',
    },
    { name: 'null in the top list', text: '[null]', path: [0], origin: 'null' },
  ]
  for (const { name, text, path, key, origin } of cases) {
    const found = decode(text).origin(path)
    t.equal(found && text.slice(found.node.start, found.node.end), origin, name)
    t.equal(found?.key && text.slice(found.key.start, found.key.end), key, `${name}: key`)
  }
})

t.test('origin: nobody', async t => {
  const cases = [
    { name: 'a field that was not written', text: '[{}]', path: [0, 'name'] },
    { name: 'only null', text: '[{"name":null}]', path: [0, 'name'] },
    { name: 'only a wrong type', text: '[{"name":1}]', path: [0, 'name'] },
    { name: 'an unknown key', text: '[{"x":1}]', path: [0, 'x'] },
    { name: 'another spelling than the field', text: '[{"Name":"a"}]', path: [0, 'Name'] },
    { name: 'an element that is not there', text: '[{}]', path: [1] },
    { name: 'an element that was cut off', text: '[{"ips":["a","b"],"ips":["c"]}]', path: [0, 'ips', 1] },
    { name: 'an element of null', text: '[{"ips":null}]', path: [0, 'ips', 0] },
    { name: 'a field of null', text: '[null]', path: [0, 'name'] },
    {
      name: 'a field of a cleared pointer',
      text: '[{"bandwidth":{"ingressRate":1},"bandwidth":null}]',
      path: [0, 'bandwidth', 'ingressRate'],
    },
    { name: 'a key in a list', text: '[{"ips":["a"]}]', path: [0, 'ips', 'a'] },
    { name: 'an index in a struct', text: '[{"name":"a"}]', path: [0, 0] },
    { name: 'something inside of a text', text: '[{"name":"a"}]', path: [0, 'name', 0] },
    { name: 'an entry that is not there', text: '[{"cni-args":{"a":1}}]', path: [0, 'cni-args', 'b'] },
    { name: 'an index in a map', text: '[{"cni-args":{"0":1}}]', path: [0, 'cni-args', 0] },
    { name: 'a key that is not in an any', text: '[{"cni-args":{"a":{"b":1}}}]', path: [0, 'cni-args', 'a', 'c'] },
    { name: 'a key in a list in an any', text: '[{"cni-args":{"a":[1]}}]', path: [0, 'cni-args', 'a', 'length'] },
    { name: 'something inside of a number in an any', text: '[{"cni-args":{"a":1}}]', path: [0, 'cni-args', 'a', 'b'] },
  ]
  for (const { name, text, path } of cases) t.equal(decode(text).origin(path), undefined, name)
})
