import t from 'tap'
import { readCniConfig } from '../../../src/bonding/cni-config.ts'
import { mentionedTypes } from '../../../src/bonding/cni-config/mentions.ts'

const mentions = [
  { name: 'a comma too many', text: '{"type": "bond", "mode": "active-backup",}', types: ['bond'] },
  { name: 'a callout behind the value', text: '{"type": "bond", 1\n"mode": "active-backup"}', types: ['bond'] },
  { name: 'single quotes', text: "{'type': 'bond'}", types: ['bond'] },
  { name: 'typographic quotes', text: '{“type”: “bond”}', types: ['bond'] },
  { name: 'no quotes', text: '{type: bond}', types: ['bond'] },
  { name: 'YAML instead of JSON', text: 'type: bond\nmode: active-backup\n', types: ['bond'] },
  { name: 'a missing colon', text: '{"type" "bond"}', types: ['bond'] },
  { name: 'a missing quote', text: '{"type": "bond, "mode": "x"}', types: ['bond'] },
  { name: 'an equals sign', text: '{"type" = "sriov"}', types: ['sriov'] },
  { name: 'a line break after the colon', text: '{"type":\n    "bond"', types: ['bond'] },
  {
    name: 'plugins of a broken list, each once',
    text: '{"plugins":[{"type":"bond"},{"type":"tuning"},{"type":"bond"}',
    types: ['bond', 'tuning'],
  },
  { name: 'a longer word is another type', text: '{"type": "bond-net1",', types: ['bond-net1'] },
  { name: 'a name is no type', text: '{"name": "bond", "mode": "active-backup",', types: [] },
  { name: 'a key that ends like type is none', text: '{"my-type": "bond", "subtype": "bond",', types: [] },
  { name: 'no text at all', text: '', types: [] },
]
for (const { name, text, types } of mentions) {
  t.test(name, async t => {
    t.same(mentionedTypes(text), types)
  })
}

t.test('an unreadable config says what it mentions, by Multus or by eye', async t => {
  const mentioned = (text: string) => {
    const config = readCniConfig(text, 'n')
    return config.kind === 'unreadable' ? config.mentions : undefined
  }
  t.same(mentioned('[{"type":"bond"}]'), ['bond'])
  t.same(mentioned('{"Plugins":[{"ty\\u0070e":"bond"}]}'), ['bond'], 'escapes do not hide it from Multus')
  t.same(mentioned('{"Plugins":[{"type":"bond"},{"type":""},null,{"type":"tuning"}]}'), ['bond', 'tuning'])
  t.same(mentioned('{"mode":"active-backup"}'), [])
  t.same(mentioned('{"type":"bond","mtu":1e400}'), ['bond'])
})

t.test('takes time in proportion to the text', async t => {
  const text = ('"type"' + ' '.repeat(2000)).repeat(200)
  t.same(mentionedTypes(text), [])
  t.same(mentionedTypes(`${text} type: bond`), ['bond'])
})
