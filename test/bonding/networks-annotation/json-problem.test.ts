import t from 'tap'
import { readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'
import { pointedAt } from '../shown-networks.ts'

// The verdicts are those of Multus's own parser (95a0932, Go 1.26.8), run on the same texts.
interface Refused {
  readonly name: string
  readonly text: string
  readonly at: string
  readonly found: RegExp
  readonly fix: RegExp
  readonly multus: string
}

const nil = 'runtime error: invalid memory address or nil pointer dereference'
const toList = 'json: cannot unmarshal object into Go value of type []*types.NetworkSelectionElement'
const toField = 'json: cannot unmarshal number into Go struct field NetworkSelectionElement'

const refused: Refused[] = [
  {
    name: 'no JSON',
    text: '[{"name":"a"},]',
    at: ',',
    found: /comma/,
    fix: /./,
    multus: "invalid character ']' looking for beginning of value",
  },
  { name: 'an open list', text: '[{"name":"a"}', at: '', found: /./, fix: /./, multus: 'unexpected end of JSON input' },
  {
    name: 'something behind',
    text: '[] x',
    at: 'x',
    found: /./,
    fix: /./,
    multus: "invalid character 'x' after top-level value",
  },
  {
    name: 'names, one of them in quotes',
    text: 'a,"b"',
    at: '"',
    found: /contains a quotation mark, so Multus reads all of it as JSON/,
    fix: /without quotes/,
    multus: "invalid character 'a' looking for beginning of value",
  },
  {
    name: 'names behind a bracket',
    text: 'a,[b]',
    at: '[',
    found: /contains "\["/,
    fix: /without quotes and brackets/,
    multus: "invalid character 'a' looking for beginning of value",
  },
  {
    name: 'names in brackets',
    text: '[a, b]',
    at: 'a',
    found: /no JSON in them/,
    fix: /without quotes and brackets/,
    multus: "invalid character 'a' looking for beginning of value",
  },
  {
    name: 'a lone object',
    text: ' {"name":"a"} ',
    at: '{"name":"a"}',
    found: /^is an object, but a list/,
    fix: /^Put "\[" before/,
    multus: toList,
  },
  {
    name: 'objects without a list',
    text: '{"name":"a"},{"name":"b"}',
    at: ',',
    found: /one JSON list is expected/,
    fix: /^Put "\[" before/,
    multus: "invalid character ',' after top-level value",
  },
  {
    name: 'names in quotes',
    text: '"a,b"',
    at: '"a,b"',
    found: /^is the text "a,b", but a list/,
    fix: /without quotes/,
    multus: toList.replace('object', 'string'),
  },
  {
    name: 'a list that was escaped twice',
    text: '"[{\\"name\\":\\"a\\"}]"',
    at: '"[{\\"name\\":\\"a\\"}]"',
    found: /^is the text/,
    fix: /^Remove the quotes around the list/,
    multus: toList.replace('object', 'string'),
  },
  {
    name: 'a list of names',
    text: '[{"name":"a"},"sriovnet1"]',
    at: '"sriovnet1"',
    found: /^element 2 is the text "sriovnet1", but an object/,
    fix: /\{"name":"sriovnet1"\}/,
    multus: 'json: cannot unmarshal string into Go value of type types.NetworkSelectionElement',
  },
  {
    name: 'a list in the list',
    text: '[[]]',
    at: '[]',
    found: /^element 1 is a list/,
    fix: /\{"name":"\.\.\."\}/,
    multus: 'json: cannot unmarshal array into Go value of type types.NetworkSelectionElement',
  },
  {
    name: 'null in the list',
    text: '[{"name":"a"}, null]',
    at: 'null',
    found: /^element 2 is null, which makes Multus crash/,
    fix: /^Remove the null/,
    multus: nil,
  },
  { name: 'only null', text: '[null]', at: 'null', found: /^element 1 is null/, fix: /^Remove/, multus: nil },
  {
    name: 'null, and a bad address later',
    text: '[null,{"mac":"zz"}]',
    at: 'null',
    found: /null/,
    fix: /^Remove/,
    multus: nil,
  },
  {
    name: 'null, and a bad address before',
    text: '[{"mac":"zz"},null]',
    at: '"zz"',
    found: /MAC/,
    fix: /02:/,
    multus: 'failed to mac',
  },
  {
    name: 'null, and a wrong type later: the type comes first',
    text: '[null,{"name":1}]',
    at: '1',
    found: /^element 2: "name" is the number 1, but text/,
    fix: /in quotes/,
    multus: `${toField}.name of type string`,
  },
  {
    name: 'the first wrong type',
    text: '[{"mac":1},{"name":2}]',
    at: '1',
    found: /^element 1: "mac"/,
    fix: /in quotes/,
    multus: `${toField}.mac of type string`,
  },
  {
    name: 'a wrong type under a key in another case',
    text: '[{"name":"a","MAC":true}]',
    at: 'true',
    found: /^element 1: "MAC" is true/,
    fix: /in quotes/,
    multus: 'json: cannot unmarshal bool into Go struct field NetworkSelectionElement.mac of type string',
  },
  {
    name: 'a wrong type that a later key would mend',
    text: '[{"name":1,"name":"a"}]',
    at: '1',
    found: /"name"/,
    fix: /in quotes/,
    multus: `${toField}.name of type string`,
  },
  {
    name: 'addresses without a list',
    text: '[{"name":"a","ips":"10.0.0.1"}]',
    at: '"10.0.0.1"',
    found: /a list of addresses/,
    fix: /\["10\.0\.0\.5\/24"\]/,
    multus: 'json: cannot unmarshal string into Go struct field NetworkSelectionElement.ips of type []string',
  },
  {
    name: 'a number for an address',
    text: '[{"name":"a","ips":[1]}]',
    at: '1',
    found: /"ips" is the number 1/,
    fix: /in quotes/,
    multus: `${toField}.ips of type string`,
  },
  {
    name: 'null for an address is an empty one',
    text: '[{"name":"a","ips":[null]}]',
    at: '[null]',
    found: /^element 1: "ips" has "", which is no IP address/,
    fix: /address/,
    multus: 'failed to parse IP address',
  },
  {
    name: 'a fraction for a whole number',
    text: '[{"name":"a","bandwidth":{"ingressRate":1.5}}]',
    at: '1.5',
    found: /"ingressRate" is the number 1\.5, but a whole number/,
    fix: /no point/,
    multus: 'json: cannot unmarshal number 1.5 into Go struct field BandwidthEntry.bandwidth.ingressRate of type int',
  },
  {
    name: 'a port in quotes',
    text: '[{"name":"a","portMappings":[{"hostPort":"80"}]}]',
    at: '"80"',
    found: /"hostPort" is the text "80", but a whole number/,
    fix: /no quotes/,
    multus: 'json: cannot unmarshal string into Go struct field PortMapEntry.portMappings.hostPort of type int',
  },
  {
    name: 'a number for a port mapping',
    text: '[{"name":"a","portMappings":[80]}]',
    at: '80',
    found: /"portMappings" is the number 80, but an object/,
    fix: /object/,
    multus: `${toField}.portMappings of type types.PortMapEntry`,
  },
  {
    name: 'an object for port mappings',
    text: '[{"name":"a","portMappings":{}}]',
    at: '{}',
    found: /is an object, but a list of objects/,
    fix: /hostPort/,
    multus:
      'json: cannot unmarshal object into Go struct field NetworkSelectionElement.portMappings of type []*types.PortMapEntry',
  },
  {
    name: 'a list for arguments',
    text: '[{"name":"a","cni-args":[]}]',
    at: '[]',
    found: /"cni-args" is a list, but an object/,
    fix: /object/,
    multus:
      'json: cannot unmarshal array into Go struct field NetworkSelectionElement.cni-args of type map[string]interface {}',
  },
  {
    name: 'an argument beyond every double',
    text: '[{"name":"a","cni-args":{"x":1e400}}]',
    at: '1e400',
    found: /"x" is the number 1e400, but a smaller one/,
    fix: /in quotes/,
    multus: 'json: cannot unmarshal number 1e400 into Go struct field NetworkSelectionElement.cni-args of type float64',
  },
  {
    name: 'a gateway with a prefix length',
    text: '[{"name":"a","default-route":["10.0.0.1/24"]}]',
    at: '"10.0.0.1/24"',
    found: /but an IP address in quotes/,
    fix: /without a prefix length/,
    multus: 'invalid IP address: 10.0.0.1/24',
  },
  {
    name: 'a gateway is refused before the type of an earlier key',
    text: '[{"mac":1,"default-route":["x"]}]',
    at: '"x"',
    found: /"default-route"/,
    fix: /address/,
    multus: 'invalid IP address: x',
  },
]

for (const { name, text, at, ...words } of refused) {
  t.test(`refused: ${name}`, async t => {
    const list = readNetworksAnnotation(text, 'demo')
    t.match(list, { kind: 'unreadable', stage: 'parse', ...words })
    t.equal(pointedAt(text, list), at)
  })
}

// Multus's parser takes them; no network is ever found for them.
const nameless: { name: string; text: string; at: string }[] = [
  { name: 'an empty object', text: '[{"name":"a"},{}]', at: '{}' },
  { name: 'an empty name', text: '[{"name":""}]', at: '{"name":""}' },
  { name: 'a null for a name', text: '[{"name":null}]', at: '{"name":null}' },
  { name: 'an emptied name', text: '[{"name":"a","NAME":""}]', at: '{"name":"a","NAME":""}' },
]

for (const { name, text, at } of nameless) {
  t.test(`without a name: ${name}`, async t => {
    const list = readNetworksAnnotation(text, 'demo')
    t.match(list, {
      kind: 'unreadable',
      stage: 'lookup',
      found: /has no "name"/,
      multus: /definition \(\) in namespace/,
    })
    t.equal(pointedAt(text, list), at)
  })
}

t.test('a bad address comes before a missing name', async t => {
  t.match(readNetworksAnnotation('[{},{"mac":"zz"}]', 'demo'), { kind: 'unreadable', stage: 'parse', found: /MAC/ })
})

t.test('what is said stays short, whatever the author wrote', async t => {
  const long = '9'.repeat(5000)
  for (const text of [`[{"name":${long}}]`, `[{"default-route":["${long}"]}]`, `[{"mac":"${long}"}]`, `"${long}"`]) {
    const list = readNetworksAnnotation(text, 'demo')
    t.equal(list.kind, 'unreadable')
    if (list.kind === 'unreadable') t.ok(Math.max(list.found.length, list.multus.length, list.fix.length) < 250)
  }
})
