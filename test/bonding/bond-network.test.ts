import t from 'tap'
import type { BondKey } from '../../src/bonding/bond-network.ts'
import { formatPath } from '../../src/bonding/place.ts'
import { readBond } from './bond-scene.ts'

const given: readonly (readonly [name: string, members: string, key: BondKey, expected: boolean])[] = [
  ['a value', '"mtu":1500', 'mtu', true],
  ['the default, spelled out', '"mtu":0', 'mtu', true],
  ['another spelling', '"MTU":1500', 'mtu', true],
  ['an empty list', '"links":[]', 'links', true],
  ['an empty object', '"ipam":{}', 'ipam', true],
  ['a value of the wrong type', '"mtu":"1500"', 'mtu', true],
  ['an object for a list', '"links":{}', 'links', true],
  ['a pointer to 0', '"tlbDynamicLb":0', 'tlbDynamicLb', true],
  ['one of two spellings, the other null', '"mtu":1500,"Mtu":null', 'mtu', true],
  ['nothing', '"miimon":"100"', 'mtu', false],
  ['null', '"mtu":null', 'mtu', false],
  ['a pointer to nothing', '"tlbDynamicLb":null', 'tlbDynamicLb', false],
  ['a list of nothing', '"links":null', 'links', false],
  ['a value that null has replaced', '"mtu":1500,"mtu":null', 'mtu', false],
  ['a pointer that null has taken away', '"tlbDynamicLb":1,"tlbdynamiclb":null', 'tlbDynamicLb', false],
]
for (const [name, members, key, expected] of given) {
  t.test(`${expected ? 'given' : 'not given'}: ${name}`, async t => {
    t.equal(readBond(`{"type":"bond",${members}}`).given(key), expected)
    t.equal(readBond(`{"plugins":[{"type":"bond",${members}}]}`).given(key), expected)
  })
}

const mismatches: readonly (readonly [members: string, key: BondKey, goMessage: string | undefined])[] = [
  ['"miimon":100', 'miimon', 'json: cannot unmarshal number into Go struct field bondingConfig.miimon of type string'],
  [
    '"failOverMac":1.5',
    'failOverMac',
    'json: cannot unmarshal number 1.5 into Go struct field bondingConfig.failOverMac of type int',
  ],
  [
    '"LinksInContainer":"true"',
    'linksInContainer',
    'json: cannot unmarshal string into Go struct field bondingConfig.linksInContainer of type bool',
  ],
  [
    '"links":["net1"]',
    'links',
    'json: cannot unmarshal string into Go struct field bondingConfig.links of type map[string]interface {}',
  ],
  [
    '"links":{}',
    'links',
    'json: cannot unmarshal object into Go struct field bondingConfig.links of type []map[string]interface {}',
  ],
  [
    '"xmitHashPolicy":2',
    'xmitHashPolicy',
    'json: cannot unmarshal number into Go struct field bondingConfig.xmitHashPolicy of type string',
  ],
  ['"miimon":100', 'mode', undefined],
  ['"miimon":"100"', 'miimon', undefined],
]
for (const [members, key, goMessage] of mismatches) {
  t.test(`${members}: ${goMessage === undefined ? 'nothing' : 'something'} wrong with ${key}`, async t => {
    t.equal(readBond(`{"name":"n","type":"bond",${members}}`).mismatch(key)?.goMessage, goMessage)
  })
}

type Steps = readonly [key: BondKey, ...rest: (string | number)[]]
// `text`: what stands at the place; undefined where the author wrote nothing there.
const places: readonly (readonly [
  name: string,
  members: string,
  steps: Steps,
  path: string,
  text: string | undefined,
])[] = [
  ['a value', '"mode":"broadcast"', ['mode'], '.mode', '"broadcast"'],
  ['a value of the wrong type', '"mtu":"1500"', ['mtu'], '.mtu', '"1500"'],
  ['null', '"mtu": null', ['mtu'], '.mtu', 'null'],
  ['the last of two nulls', '"mtu": null, "MTU":null', ['mtu'], '.mtu', 'null'],
  ['what is absent, in the usual spelling', '"mtu":1500', ['failOverMac'], '.failOverMac', undefined],
  ['the author’s spelling', '"FailOverMAC":2', ['failOverMac'], '.FailOverMAC', '2'],
  ['the spelling that wins', '"failovermac":0,"failOverMac":1', ['failOverMac'], '.failovermac', '0'],
  ['the spelling that has a value', '"failOverMac":1,"failovermac":null', ['failOverMac'], '.failOverMac', '1'],
  [
    'the spelling that is of the wrong type',
    '"failOverMac":"1","failovermac":0',
    ['failOverMac'],
    '.failOverMac',
    '"1"',
  ],
  ['the last of equal keys', '"mtu":1,"mtu":2', ['mtu'], '.mtu', '2'],
  ['a number as the author wrote it', '"mtu":1.5e3', ['mtu'], '.mtu', '1.5e3'],
  ['a link', '"links":[{"name":"a"},{"name":"b"}]', ['links', 1], '.links[1]', '{"name":"b"}'],
  ['its name', '"Links":[{"name":"a"},{"name":"b"}]', ['links', 1, 'name'], '.Links[1].name', '"b"'],
  ['a name in another spelling', '"links":[{"NAME":"a"}]', ['links', 0, 'name'], '.links[0].NAME', '"a"'],
  ['the name that counts of two', '"links":[{"name":"a","Name":"b"}]', ['links', 0, 'name'], '.links[0].name', '"a"'],
  ['an entry of the wrong type', '"links":["a"]', ['links', 0], '.links[0]', '"a"'],
  ['a name that is not there', '"links":[{}]', ['links', 0, 'name'], '.links[0].name', undefined],
  ['an entry that is not there', '"links":[]', ['links', 0, 'name'], '.links[0].name', undefined],
  ['a name in an entry that is a text', '"links":["a"]', ['links', 0, 'name'], '.links[0].name', undefined],
  ['inside of ipam', '"ipam":{"Type":"static"}', ['ipam', 'type'], '.ipam.Type', '"static"'],
]
for (const [name, members, steps, path, expected] of places) {
  t.test(`at: ${name}`, async t => {
    for (const [start, config] of [
      ['spec.config', `{\n "type": "bond", ${members} }`],
      ['spec.config.plugins[1]', `{"plugins":[{"type":"tuning"},{"type":"bond",${members}}]}`],
    ] as const) {
      const place = readBond(config).at(...steps)
      t.equal(formatPath(place.path), start + path)
      t.equal(place.span && config.slice(place.span.start, place.span.end), expected)
    }
  })
}

t.test('at, of an unreadable config: the usual place', async t => {
  t.same(readBond('{"type":"bond",}').at('links', 0), { path: ['spec', 'config', 'links', 0] })
})
