import t from 'tap'
import { type NetworkAttachmentDefinition, readNetwork } from '../../src/bonding/network.ts'

const resourceKey = 'k8s.v1.cni.cncf.io/resourceName'
const linksKey = 'bond-injector.io/links'

const kinds = [
  { name: 'a single plugin', config: '{"type":"bond"}', kind: 'bond' },
  { name: 'the first of a list', config: '{"plugins":[{"type":"bond"},{"type":"tuning"}]}', kind: 'bond' },
  { name: 'a later one of a list', config: '{"plugins":[{"type":"tuning"},{"type":"bond"}]}', kind: 'bond' },
  { name: 'a type that escapes hide', config: '{"type":"b\\u006fnd"}', kind: 'bond' },
  { name: 'the spelling that Multus takes', config: '{"name":"n","type":"x","TYPE":"bond"}', kind: 'bond' },
  { name: 'a config with a comma too many', config: '{"type": "bond", "mode": "active-backup",}', kind: 'bond' },
  { name: 'a config with a callout', config: '{"type": "bond", 1\n"cniVersion": "0.3.1"}', kind: 'bond' },
  { name: 'a config in a list', config: '[{"type":"bond"}]', kind: 'bond' },
  { name: 'a list that libcni does not find', config: '{"Plugins":[{"type":"bond"}]}', kind: 'bond' },
  { name: 'a bond that Multus refuses for something else', config: '{"type":"bond","cniVersion":1}', kind: 'bond' },
  { name: 'another type', config: '{"type":"sriov"}', kind: 'link' },
  { name: 'bond in capitals is another binary', config: '{"type":"BOND"}', kind: 'link' },
  { name: 'bond as a name only', config: '{"type":"macvlan","name":"bond","master":"bond0"}', kind: 'link' },
  { name: 'bond as a name only, in a broken config', config: '{"type":"macvlan","name":"bond",}', kind: 'link' },
  { name: 'a type that the last spelling takes away', config: '{"name":"n","type":"bond","Type":"x"}', kind: 'link' },
  { name: 'no config: it is on the node', config: undefined, kind: 'link' },
  { name: 'an empty config', config: '', kind: 'link' },
] as const
for (const { name, config, kind } of kinds) {
  t.test(`${kind}: ${name}`, async t => {
    t.equal(readNetwork(definition(config)).kind, kind)
  })
}

t.test('an object without a spec', async t => {
  const network = readNetwork({ metadata: { namespace: 'demo', name: 'n' } })
  t.match(network, {
    kind: 'link',
    type: undefined,
    discoverable: false,
    plugin: undefined,
    config: { kind: 'on-node' },
  })
})

t.test('says which object it is', async t => {
  const { reference } = readNetwork(definition('{}'))
  t.same(reference, { kind: 'NetworkAttachmentDefinition', namespace: 'demo', name: 'net' })
})

t.test('annotations are there if they are not empty', async t => {
  const given = readNetwork(definition('{}', { [resourceKey]: 'openshift.io/port0', [linksKey]: ' a, b' }))
  t.equal(given.resourceName, 'openshift.io/port0')
  t.equal(given.links, ' a, b', 'as the author wrote it')
  const empty = readNetwork(definition('{}', { [resourceKey]: '', [linksKey]: '' }))
  t.notOk('resourceName' in empty)
  t.notOk('links' in empty)
  t.same(empty.annotation(linksKey), { path: ['metadata', 'annotations', linksKey] })
})

const texts = [
  { name: 'a name of its own', config: '{"type":"bond","name":"other"}', configName: 'other', cniVersion: '' },
  { name: 'no name', config: '{"type":"bond","cniVersion":"1.0.0"}', configName: undefined, cniVersion: '1.0.0' },
  { name: 'an empty name', config: '{"type":"bond","name":""}', configName: undefined, cniVersion: '' },
  { name: 'a name that is no text', config: '{"type":"sriov","name":5}', configName: undefined, cniVersion: '' },
  {
    name: 'a list',
    config: '{"name":"l","cniVersion":"0.4.0","plugins":[{"type":"sriov"}]}',
    configName: 'l',
    cniVersion: '0.4.0',
  },
  {
    name: 'a plugin that reads another version',
    config: '{"cniVersion":"0.4.0","plugins":[{"type":"bond","cniversion":"1.0.0"}]}',
    configName: undefined,
    cniVersion: '1.0.0',
  },
  { name: 'an unreadable config', config: '{"type":"bond","name":"n",}', configName: undefined, cniVersion: undefined },
]
for (const { name, config, configName, cniVersion } of texts) {
  t.test(`name and version: ${name}`, async t => {
    const network = readNetwork(definition(config))
    t.equal(network.configName, configName)
    t.equal(network.cniVersion, cniVersion)
  })
}

const ipams = [
  { name: 'an object', config: '{"type":"bond","ipam":{"type":"static"}}', ipam: '{"type":"static"}' },
  { name: 'another spelling', config: '{"type":"bond","IPAM":{"type":"static"}}', ipam: '{"type":"static"}' },
  {
    name: 'the last that is not null',
    config: '{"type":"bond","IPAM":{"a":1},"Ipam":{"b":2},"ipam":null}',
    ipam: '{"b":2}',
  },
  { name: 'one of the wrong type', config: '{"type":"sriov","ipam":"host-local"}', ipam: '"host-local"' },
  {
    name: 'of the bond in a list',
    config: '{"plugins":[{"type":"tuning","ipam":{}},{"type":"bond","ipam":{"c":3}}]}',
    ipam: '{"c":3}',
  },
  {
    name: 'of the first plugin of a list of links',
    config: '{"plugins":[{"type":"sriov","ipam":{"c":3}},{"type":"x","ipam":{}}]}',
    ipam: '{"c":3}',
  },
  { name: 'at the top of a list it is nobody’s', config: '{"ipam":{},"plugins":[{"type":"bond"}]}', ipam: undefined },
  { name: 'beside a name of the wrong type', config: '{"type":"sriov","name":5,"ipam":{"a":1}}', ipam: '{"a":1}' },
  { name: 'with a type of the wrong type', config: '{"type":"sriov","ipam":{"type":5}}', ipam: '{"type":5}' },
  { name: 'none', config: '{"type":"bond"}', ipam: undefined },
  { name: 'null', config: '{"type":"bond","ipam":null}', ipam: undefined },
  { name: 'unreadable', config: '{"ipam":{}}', ipam: undefined },
]
for (const { name, config, ipam } of ipams) {
  t.test(`ipam: ${name}`, async t => {
    const node = readNetwork(definition(config)).ipam
    t.equal(node && config.slice(node.start, node.end), ipam)
  })
}

t.test('the config is read again when its tree is gone', async t => {
  const network = readNetwork(definition('{"type":"bond","mode":"broadcast"}'))
  const { config } = network
  t.equal(network.config, config, 'once while somebody works on it')
  t.same(readNetwork(definition('{"type":"bond","mode":"broadcast"}')).config, config)
})

function definition(
  config: string | undefined,
  annotations?: Readonly<Record<string, string>>,
): NetworkAttachmentDefinition {
  return {
    metadata: { namespace: 'demo', name: 'net', ...(annotations && { annotations }) },
    spec: config === undefined ? {} : { config },
  }
}
