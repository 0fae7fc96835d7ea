import t from 'tap'
import type { LinkNetwork } from '../../src/bonding/link-network.ts'
import { readNetwork } from '../../src/bonding/network.ts'

const resource = 'openshift.io/port0'

const links = [
  {
    name: 'an SR-IOV network as its operator renders it',
    config: '{"cniVersion":"1.0.0","name":"s","type":"sriov","vlan":0,"vlanQoS":0,"ipam":{}}',
    resource,
    type: 'sriov',
    discoverable: true,
  },
  {
    name: 'with plugins behind it',
    config: '{"plugins":[{"type":"sriov"},{"type":"tuning"}]}',
    resource,
    type: 'sriov',
    discoverable: true,
  },
  { name: 'without a resource name', config: '{"type":"sriov"}', type: 'sriov', discoverable: false },
  { name: 'with an empty resource name', config: '{"type":"sriov"}', resource: '', type: 'sriov', discoverable: false },
  {
    name: 'broken, but naming sriov',
    config: '{"type":"sriov","vlan":0,}',
    resource,
    type: undefined,
    discoverable: true,
  },
  {
    name: 'refused for a detail',
    config: '{"type":"sriov","cniVersion":1}',
    resource,
    type: 'sriov',
    discoverable: true,
  },
  {
    name: 'sriov behind another plugin',
    config: '{"plugins":[{"type":"macvlan"},{"type":"sriov"}]}',
    resource,
    type: 'macvlan',
    discoverable: false,
  },
  {
    name: 'another type with a resource name',
    config: '{"type":"ib-sriov"}',
    resource,
    type: 'ib-sriov',
    discoverable: false,
  },
  { name: 'macvlan', config: '{"type":"macvlan"}', type: 'macvlan', discoverable: false },
  { name: 'broken, of another type', config: '{"type":"macvlan",}', resource, type: undefined, discoverable: false },
  { name: 'on the node', config: '', resource, type: undefined, discoverable: false },
]
for (const { name, config, resource, type, discoverable } of links) {
  t.test(name, async t => {
    const link = readLink(config, resource)
    t.equal(link.type, type)
    t.equal(link.discoverable, discoverable)
    t.equal(link.plugin?.type, type)
  })
}

t.test('its plugin has all that later views need', async t => {
  const text = '{"name":"l","plugins":[{"type":"sriov","vlan":100,"trust":"on","vlan":200},{"type":"tuning"}]}'
  const { plugin } = readLink(text)
  const members = plugin?.received.members.map(({ key, value }) => `${key.value} ${text.slice(value.start, value.end)}`)
  t.same(members, ['cniVersion ', 'name "l"', 'trust "on"', 'type "sriov"', 'vlan 200'])
  t.same(plugin?.path, ['spec', 'config', 'plugins', 0])
})

function readLink(config: string, resourceName?: string): LinkNetwork {
  const annotations = resourceName === undefined ? {} : { 'k8s.v1.cni.cncf.io/resourceName': resourceName }
  const network = readNetwork({ metadata: { namespace: 'demo', name: 'link', annotations }, spec: { config } })
  if (network.kind !== 'link') throw new Error(`a bond: ${config}`)
  return network
}
