import t from 'tap'
import { readNetwork } from '../../../src/bonding/network.ts'

function linkOf(config: string) {
  const network = readNetwork({ metadata: { namespace: 'demo', name: 'sriovnet1' }, spec: { config } })
  if (network.kind !== 'link') throw new Error('a bond')
  return network
}

const none = { vlan: null, vlanQoS: null, vlanProto: null, spoofchk: '', trust: '', link_state: '', deviceID: '' }

const cases: readonly { readonly name: string; readonly config: string; readonly sriov: object | undefined }[] = [
  { name: 'nothing given', config: '{"type":"sriov"}', sriov: none },
  { name: 'null is not given', config: '{"type":"sriov","vlan":null,"trust":null}', sriov: none },
  { name: 'any case', config: '{"type":"sriov","VLAN":5,"Trust":"on"}', sriov: { ...none, vlan: 5, trust: 'on' } },
  {
    name: 'the first plugin of a list',
    config: '{"name":"l","plugins":[{"type":"sriov","vlan":7}]}',
    sriov: { ...none, vlan: 7 },
  },
  { name: 'not the second', config: '{"name":"l","plugins":[{"type":"tuning"},{"type":"sriov"}]}', sriov: undefined },
  { name: 'a wrong type is left out', config: '{"type":"sriov","trust":true,"vlan":3}', sriov: { ...none, vlan: 3 } },
  { name: 'another plugin', config: '{"type":"macvlan","vlan":5}', sriov: undefined },
  { name: 'no JSON', config: '{"type":"sriov",}', sriov: undefined },
  { name: 'on the node', config: '', sriov: undefined },
]

for (const { name, config, sriov } of cases) t.test(name, async t => t.strictSame(linkOf(config).sriov, sriov))

t.test('what SR-IOV CNI cannot read is told', async t => {
  const { sriovMismatches } = linkOf('{"type":"sriov","trust":true,"vlan":"3"}')
  t.strictSame(
    sriovMismatches.map(({ path }) => path),
    [['trust'], ['vlan']],
  )
  t.strictSame(linkOf('{"type":"macvlan","trust":true}').sriovMismatches, [])
})

t.test('it is read once', async t => {
  const link = linkOf('{"type":"sriov","vlan":5}')
  t.equal(link.sriov, link.sriov)
})

t.test('what every pod asks of a network is kept', async t => {
  t.equal(linkOf('{"type":"macvlan","ipam":{"type":"dhcp"}}').ipamType, 'dhcp')
  t.equal(linkOf('{"type":"macvlan","IPAM":{"Type":"dhcp"}}').ipamType, 'dhcp')
  t.equal(linkOf('{"type":"macvlan","ipam":{}}').ipamType, '')
  t.equal(linkOf('{"type":"macvlan"}').ipamType, '')
  t.equal(linkOf('{"type":"macvlan","name":"b\u00f6nd"}').nameBytes, 5)
  t.equal(linkOf('{"type":"macvlan"}').nameBytes, 'sriovnet1'.length)
  t.equal(linkOf('').nameBytes, undefined)
})
