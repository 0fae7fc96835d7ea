import t from 'tap'
import { type PluginsConfig, readCniConfig } from '../../../src/bonding/cni-config.ts'
import type { JsonNode } from '../../../src/bonding/go-json.ts'
import { formatPath } from '../../../src/bonding/place.ts'

// What the real plugin found on its standard input, where the object's name is bond-net1.
const received = [
  {
    name: 'keys arrive sorted, with name and cniVersion filled in',
    text: '{"type":"bond","mode":"active-backup"}',
    plugins: ['bond {"cniVersion":"","mode":"active-backup","name":"bond-net1","type":"bond"}'],
  },
  {
    name: 'an empty name counts as missing',
    text: '{"type":"bond","name":"","cniVersion":"1.0.0"}',
    plugins: ['bond {"cniVersion":"1.0.0","name":"bond-net1","type":"bond"}'],
  },
  {
    name: 'another spelling of name counts as missing, too, and stays',
    text: '{"Name":"m","type":"bond"}',
    plugins: ['bond {"Name":"m","cniVersion":"","name":"bond-net1","type":"bond"}'],
  },
  {
    name: 'the last of several equal keys',
    text: '{"name":"n","type":"bond","mode":"broadcast","mode":"active-backup","mode":null}',
    plugins: ['bond {"cniVersion":"","mode":null,"name":"n","type":"bond"}'],
  },
  {
    name: 'numbers as float64 writes them',
    text: '{"name":"n","type":"bond","failOverMac":1.0,"mtu":1e3,"x":[10e-1,1e21,-0.0,9007199254740993]}',
    plugins: [
      'bond {"cniVersion":"","failOverMac":1,"mtu":1000,"name":"n","type":"bond","x":[1,1e+21,-0,9007199254740992]}',
    ],
  },
  {
    name: 'in a named config the last spelling in the text decides over type and name',
    text: '{"name":"n","type":"zzz","TYPE":"bond","Name":"m"}',
    plugins: ['bond {"Name":"m","TYPE":"bond","cniVersion":"","name":"m","type":"zzz"}'],
  },
  {
    name: 'in one without a name the greatest spelling does',
    text: '{"type":"bond","TYPE":"zzz"}',
    plugins: ['bond {"TYPE":"zzz","cniVersion":"","name":"bond-net1","type":"bond"}'],
  },
  {
    name: 'null does not take away a cniVersion that came before',
    text: '{"name":"n","type":"bond","cniVersion":"1.0.0","cniVersion":null}',
    plugins: ['bond {"cniVersion":"1.0.0","name":"n","type":"bond"}'],
  },
  {
    name: 'plugins beside a type are left alone',
    text: '{"name":"n","type":"bond","plugins":[{"type":"tuning"}]}',
    plugins: ['bond {"cniVersion":"","name":"n","plugins":[{"type":"tuning"}],"type":"bond"}'],
  },
  {
    name: 'plugins of a list get its name and version instead of their own, and nothing else of it',
    text: '{"name":"n","cniVersion":"1.0.0","mode":"broadcast","plugins":[{"type":"bond","name":"b","cniVersion":"9"},{"type":"tuning"}]}',
    plugins: [
      'bond {"cniVersion":"1.0.0","name":"n","type":"bond"}',
      'tuning {"cniVersion":"1.0.0","name":"n","type":"tuning"}',
    ],
  },
  {
    name: 'a list needs exact keys: Name and CniVersion do not count',
    text: '{"name":"n","Name":"m","CNIVersion":"1.0.0","plugins":[{"type":"bond"}]}',
    plugins: ['bond {"cniVersion":"","name":"n","type":"bond"}'],
  },
  {
    name: 'a list without a name gets that of the object',
    text: '{"plugins":[{"type":"sriov","vlan":100}]}',
    plugins: ['sriov {"cniVersion":"","name":"bond-net1","type":"sriov","vlan":100}'],
  },
  {
    name: 'inside a plugin of a list other spellings are good enough',
    text: '{"name":"n","plugins":[{"TYPE":"bond","Mode":"broadcast"}]}',
    plugins: ['bond {"Mode":"broadcast","TYPE":"bond","cniVersion":"","name":"n"}'],
  },
  {
    name: 'a list may set its switches, one of them also in quotes',
    text: '{"name":"n","disableCheck":true,"disableGC":false,"loadOnlyInlinedPlugins":"True","plugins":[{"type":"bond"}]}',
    plugins: ['bond {"cniVersion":"","name":"n","type":"bond"}'],
  },
  {
    name: 'the last of two lists',
    text: '{"name":"n","plugins":[{"type":"bond","mtu":1}],"plugins":[{"type":"bond"},{"type":"tuning"}]}',
    plugins: ['bond {"cniVersion":"","name":"n","type":"bond"}', 'tuning {"cniVersion":"","name":"n","type":"tuning"}'],
  },
]
for (const { name, text, plugins } of received) {
  t.test(name, async t => {
    const config = readPlugins(text)
    t.same(
      config.plugins.map(({ type, received }) => `${type} ${written(received)}`),
      plugins,
    )
    t.same(config.problems, [])
  })
}

t.test('spans point into the author’s text, also where the config is written anew', async t => {
  const text = '{ "type" : "bond", "failOverMac": 1.0,\n "links": [ {"name": "net1"} ] }'
  const [plugin] = readPlugins(text).plugins
  const spans = plugin?.received.members.map(({ key, value }) => `${slice(text, key)} ${slice(text, value)}`)
  t.same(spans, [' ', '"failOverMac" 1.0', '"links" [ {"name": "net1"} ]', ' ', '"type" "bond"'])
})

t.test('what the author wrote is there, too: in its order, with repeats and nothing filled in', async t => {
  const text = '{"mtu":1,"plugins":[{"type":"tuning"},{"type":"bond","mode":"x","mode":"y"}]}'
  const config = readPlugins(text)
  t.equal(written(config.written), text)
  t.same(
    config.plugins.map(plugin => written(plugin.written)),
    ['{"type":"tuning"}', '{"type":"bond","mode":"x","mode":"y"}'],
  )
  t.same(
    config.plugins.map(plugin => formatPath(plugin.path)),
    ['spec.config.plugins[0]', 'spec.config.plugins[1]'],
  )
  t.equal(config.form, 'list')
})

t.test('name and cniVersion tell where they come from', async t => {
  const named = readPlugins('{"type":"bond","Name":"m","name":"n","CNIversion":"1.0.0"}')
  t.match(named.name, { value: 'n', place: { path: ['spec', 'config', 'name'], span: { start: 33, end: 36 } } })
  t.match(named.cniVersion, { value: '1.0.0', place: { path: ['spec', 'config', 'CNIversion'] } })
  const bare = readPlugins('{"type":"bond"}')
  t.same(bare.name, { value: 'bond-net1', place: { path: ['spec', 'config', 'name'] } }, 'no span: not the author’s')
  t.same(bare.cniVersion, { value: '', place: { path: ['spec', 'config', 'cniVersion'] } })
  const list = readPlugins('{"name":"n","cniVersion":"1.0.0","plugins":[{"type":"bond"}]}')
  t.same(list.plugins[0]?.cniVersion, list.cniVersion)
})

t.test('without a text Multus looks on the node', async t => {
  t.same(readCniConfig(undefined, 'n'), { kind: 'on-node' })
  t.same(readCniConfig('', 'n'), { kind: 'on-node' })
})

function readPlugins(text: string): PluginsConfig {
  const config = readCniConfig(text, 'bond-net1')
  if (config.kind !== 'plugins') throw new Error(`no plugins in ${text}`)
  return config
}

function slice(text: string, { start, end }: JsonNode): string {
  return text.slice(start, end)
}

/** JSON text of a tree. */
function written(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(({ key, value }) => `${written(key)}:${written(value)}`).join(',')}}`
    case 'array':
      return `[${node.elements.map(written).join(',')}]`
    case 'number':
      return node.literal
    case 'null':
      return 'null'
    case 'string':
    case 'boolean':
      return JSON.stringify(node.value)
  }
}
