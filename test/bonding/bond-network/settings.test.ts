import t from 'tap'
import type { BondSettings } from '../../../src/bonding/bond-network.ts'
import { readBond } from '../bond-scene.ts'

const defaults: BondSettings = {
  mode: '',
  linksInContainer: false,
  failOverMac: 0,
  miimon: '',
  links: [],
  mtu: 0,
  allSlavesActive: null,
  tlbDynamicLb: null,
  xmitHashPolicy: null,
  ipamType: '',
}

// Compared with what the real Bond CNI (258926a) had in its struct. `members` go behind the type of a named bond.
const settings: readonly (readonly [name: string, members: string, expected: Partial<BondSettings>])[] = [
  ['nothing given', '', {}],
  [
    'all of them null',
    '"mode":null,"linksInContainer":null,"failOverMac":null,"miimon":null,"links":null,"mtu":null,"allSlavesActive":null,"tlbDynamicLb":null,"xmitHashPolicy":null,"ipam":null',
    {},
  ],
  [
    'all of them given',
    '"mode":"balance-tlb","linksInContainer":true,"failOverMac":2,"miimon":"100","mtu":9000,"allSlavesActive":1,"tlbDynamicLb":0,"xmitHashPolicy":"layer2","ipam":{"type":"static"}',
    {
      mode: 'balance-tlb',
      linksInContainer: true,
      failOverMac: 2,
      miimon: '100',
      mtu: 9000,
      allSlavesActive: 1,
      tlbDynamicLb: 0,
      xmitHashPolicy: 'layer2',
      ipamType: 'static',
    },
  ],
  ['1.0 is an integer by the time it arrives', '"failOverMac":1.0', { failOverMac: 1 }],
  ['so is 1e0', '"failOverMac":1e0', { failOverMac: 1 }],
  ['and 10e-1', '"failOverMac":10e-1', { failOverMac: 1 }],
  ['and what a float rounds to 1', '"failOverMac":0.9999999999999999999', { failOverMac: 1 }],
  ['and -0', '"failOverMac":-0', { failOverMac: 0 }],
  ['1.5 is none', '"failOverMac":1.5', { failOverMac: undefined }],
  ['nor is 1e21, which is written with an exponent', '"mtu":1e21', { mtu: undefined }],
  ['nor 1e19, which does not fit', '"mtu":1e19', { mtu: undefined }],
  ['1e3 is', '"mtu":1e3', { mtu: 1000 }],
  ['a negative number', '"mtu":-1', { mtu: -1 }],
  ['an integer in quotes', '"failOverMac":"1"', { failOverMac: undefined }],
  ['a boolean for an integer', '"failOverMac":true', { failOverMac: undefined }],
  ['a boolean in quotes', '"linksInContainer":"true"', { linksInContainer: undefined }],
  ['an integer for a boolean', '"linksInContainer":1', { linksInContainer: undefined }],
  ['miimon without quotes', '"miimon":100', { miimon: undefined }],
  ['a mode by its number', '"mode":1', { mode: undefined }],
  ['any text for a mode', '"mode":"tlb"', { mode: 'tlb' }],
  ['ipam of the wrong type', '"ipam":[]', { ipamType: undefined }],
  ['ipam with a type of the wrong type', '"ipam":{"type":5}', { ipamType: undefined }],
  ['ipam without a type', '"ipam":{}', { ipamType: '' }],
  ['ipam in another spelling', '"IPAM":{"TYPE":"static"}', { ipamType: 'static' }],
  ['0 is given', '"tlbDynamicLb":0,"allSlavesActive":0', { tlbDynamicLb: 0, allSlavesActive: 0 }],
  ['an empty policy is given', '"xmitHashPolicy":""', { xmitHashPolicy: '' }],
  [
    'another spelling',
    '"FAILOVERMAC":1,"Mode":"broadcast","miiMon":"50"',
    { failOverMac: 1, mode: 'broadcast', miimon: '50' },
  ],
  [
    'a Kelvin sign and a long s',
    '"link\u017f":[{"name":"a"}],"lin\u212asInContainer":true',
    { links: [{ name: 'a' }], linksInContainer: true },
  ],
  ['of two spellings the greater one wins', '"failovermac":0,"failOverMac":1', { failOverMac: 0 }],
  ['wherever it stands', '"mode":"broadcast","Mode":"balance-rr"', { mode: 'broadcast' }],
  ['null in the greater spelling changes nothing', '"failOverMac":1,"failovermac":null', { failOverMac: 1 }],
  ['but takes a pointer away', '"tlbDynamicLb":1,"tlbdynamiclb":null', { tlbDynamicLb: null }],
  ['of equal keys the last one wins', '"mode":"balance-rr","mode":"broadcast"', { mode: 'broadcast' }],
  ['also if it is null', '"failOverMac":1,"failOverMac":null', { failOverMac: 0 }],
  ['one spelling of the wrong type spoils the other', '"failOverMac":1,"failovermac":"1"', { failOverMac: undefined }],
  ['keys that Bond CNI does not know', '"ifname":"bond0","lacpRate":"fast","primary":5', {}],
]
for (const [name, members, expected] of settings) {
  t.test(name, async t => {
    const { settings } = readBond(`{"name":"n","type":"bond"${members && ','}${members}}`)
    t.same(settings, { ...defaults, ...expected })
  })
  t.test(`${name}, in a list`, async t => {
    const bond = readBond(
      `{"name":"n","plugins":[{"type":"tuning","mtu":7},{"type":"bond"${members && ','}${members}}]}`,
    )
    t.same(bond.settings, { ...defaults, ...expected })
  })
}

const links: readonly (readonly [name: string, links: string, entries: unknown, names: unknown])[] = [
  ['two links', '[{"name":"net1"},{"name":"net2"}]', ['net1', 'net2'], ['net1', 'net2']],
  ['three, with other keys', '[{"name":"a","x":1},{"name":"b"},{"name":"c"}]', ['a', 'b', 'c'], ['a', 'b', 'c']],
  ['an empty list', '[]', [], []],
  ['an empty name is a name', '[{"name":""},{"name":"b"}]', ['', 'b'], ['', 'b']],
  ['here another spelling is none', '[{"Name":"a"},{"name":"b"}]', [undefined, 'b'], undefined],
  ['a number is none', '[{"name":1},{"name":"b"}]', [undefined, 'b'], undefined],
  ['null is none', '[{"name":null},{"name":"b"}]', [undefined, 'b'], undefined],
  ['an empty entry', '[{},{"name":"b"}]', [undefined, 'b'], undefined],
  ['null for an entry', '[null,{"name":"b"}]', [undefined, 'b'], undefined],
  ['the last of two names', '[{"name":"a","name":"b"}]', ['b'], ['b']],
  [
    'a NUL ends it for the kernel',
    '[{"name":"net1\\u0000"},{"name":"a\\u0000b\\u0000\\n"}]',
    ['net1\0', 'a\0b\0\n'],
    ['net1', 'a'],
  ],
  ['texts for entries', '["net1","net2"]', undefined, undefined],
  ['one text among them', '[{"name":"net1"},"net2"]', undefined, undefined],
  ['an object for the list', '{"name":"net1"}', undefined, undefined],
  ['a text for the list', '"net1"', undefined, undefined],
]
for (const [name, text, entries, names] of links) {
  t.test(`links: ${name}`, async t => {
    const bond = readBond(`{"type":"bond","links":${text}}`)
    t.same(
      bond.settings?.links?.map(link => link.name),
      entries,
    )
    t.same(bond.linkNames, names)
  })
}

t.test('two spellings of links are read one over the other, entry by entry', async t => {
  const bond = readBond('{"type":"bond","Links":[{"name":"a"},{"name":"b"},{"name":"c"}],"links":[{},{"name":"d"}]}')
  t.same(bond.linkNames, ['a', 'd'])
})

t.test('keys at the top of a list are not the bond’s', async t => {
  t.same(readBond('{"mode":"broadcast","mtu":9000,"plugins":[{"type":"bond"}]}').settings, defaults)
})

t.test('of two bonds in a list the first is read', async t => {
  t.equal(readBond('{"plugins":[{"type":"bond","mtu":1},{"type":"bond","mtu":2}]}').settings?.mtu, 1)
})

t.test('an unreadable config has no settings', async t => {
  const bond = readBond('{"type": "bond", "links": [{"name": "net1"}, {"name": "net2"}],}')
  t.equal(bond.settings, undefined)
  t.equal(bond.plugin, undefined)
  t.equal(bond.linkNames, undefined)
})

t.test('what Multus refuses is read all the same', async t => {
  t.equal(readBond('{"type":"bond","cniVersion":1,"mode":"broadcast"}').settings?.mode, 'broadcast')
})
