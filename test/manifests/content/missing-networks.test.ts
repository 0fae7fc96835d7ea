import t from 'tap'
import { gatherContent } from '../../../src/manifests/content/gather-content.ts'
import { missingNetworksHint } from '../../../src/manifests/content/missing-networks.ts'
import { sriov } from '../lint/linted.ts'

const cases = [
  { name: 'nothing is missing', rules: ['mode-known'], texts: [''], hint: undefined },
  { name: 'a bond is, and there is no network', rules: ['bond-network-exists'], texts: [''], hint: 'no-networks' },
  { name: 'a link is, and there is no network', rules: ['link-network-exists'], texts: [''], hint: 'no-networks' },
  { name: 'there is none to choose from', rules: ['x', 'bond-to-choose'], texts: [''], hint: 'no-networks' },
  { name: 'a bond is, and there are others', rules: ['bond-network-exists'], texts: [sriov('s')], hint: undefined },
  { name: 'a bond is, and a file is broken', rules: ['bond-network-exists'], texts: ['a: ['], hint: 'networks-unread' },
  {
    name: 'a bond is, there are others, and a file is broken',
    rules: ['bond-network-exists'],
    texts: [sriov('s'), 'a: ['],
    hint: 'networks-unread',
  },
  { name: 'nothing is missing, and a file is broken', rules: [], texts: ['a: ['], hint: undefined },
]
for (const { name, rules, texts, hint } of cases) {
  t.test(`where ${name}: ${hint ?? 'no hint'}`, async t => {
    const files = texts.map((text, index) => ({ file: `${index}.yaml`, text }))
    const content = gatherContent({ files, problems: [] }, 'demo')
    t.equal(
      missingNetworksHint(
        rules.map(rule => ({ rule })),
        content,
      ),
      hint,
    )
  })
}
