import t from 'tap'
import { fixed } from './fixed.ts'

const head = `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: bond-net1, namespace: demo}
spec:
`

/** The lines below `spec:`, before and after, in the styles that a config is written in. */
const styles: readonly { name: string; before: string; after: string }[] = [
  {
    name: 'a literal',
    before: `  config: |
    {
      "type": "bond",
      "mode": "balance-rr",
      "miimon": 100, 
      "linksInContainer": "true",
      "links": [{"name": "net1"}, {"name": "net2"}]
    }
`,
    after: `  config: |
    {
      "cniVersion": "0.3.1",
      "type": "bond",
      "mode": "balance-rr",
      "miimon": "100", 
      "linksInContainer": true,
      "links": [{"name": "net1"}, {"name": "net2"}]
    }
`,
  },
  {
    name: 'a folded text',
    before: `  config: >-
    { "type": "bond",
      "mode": "balance-rr",
      "miimon":
         100,
      "linksInContainer": "true",
      "links": [{"name": "net1"}, {"name": "net2"}] }
`,
    after: `  config: >-
    { "cniVersion": "0.3.1", "type": "bond",
      "mode": "balance-rr",
      "miimon":
         "100",
      "linksInContainer": true,
      "links": [{"name": "net1"}, {"name": "net2"}] }
`,
  },
  {
    name: 'single quotes, over lines that are not indented',
    before: `  config: '{
"type": "bond", "note": "it''s",
    "mode": "balance-rr",
"miimon": 100, "linksInContainer": "true",
    "links": [{"name": "net1"}, {"name": "net2"}]
}'
`,
    after: `  config: '{
"cniVersion": "0.3.1",
"type": "bond", "note": "it''s",
    "mode": "balance-rr",
"miimon": "100", "linksInContainer": true,
    "links": [{"name": "net1"}, {"name": "net2"}]
}'
`,
  },
  {
    name: 'double quotes on one line',
    before: `  config: "{\\"type\\": \\"bond\\", \\"mode\\": \\"balance-rr\\", \\"miimon\\": 100, \\"linksInContainer\\": \\"true\\", \\"links\\": [{\\"name\\": \\"net1\\"}, {\\"name\\": \\"net2\\"}]}" # why
`,
    after: `  config: "{\\"cniVersion\\": \\"0.3.1\\", \\"type\\": \\"bond\\", \\"mode\\": \\"balance-rr\\", \\"miimon\\": \\"100\\", \\"linksInContainer\\": true, \\"links\\": [{\\"name\\": \\"net1\\"}, {\\"name\\": \\"net2\\"}]}" # why
`,
  },
  {
    name: 'double quotes with line breaks as escapes, and other escapes',
    before: `  config: "{\\n  \\x22type\\x22: \\"bond\\",\\n  \\"mode\\": \\"balance-rr\\", \\"miimon\\": 1\\
    00,\\n  \\"linksInContainer\\": \\u0022true\\x22, \\"links\\": [{\\"name\\": \\"net1\\"}, {\\"name\\": \\"net2\\"}]}"
`,
    after: `  config: "{\\n  \\"cniVersion\\": \\"0.3.1\\",\\n  \\x22type\\x22: \\"bond\\",\\n  \\"mode\\": \\"balance-rr\\", \\"miimon\\": \\"100\\",\\n  \\"linksInContainer\\": true, \\"links\\": [{\\"name\\": \\"net1\\"}, {\\"name\\": \\"net2\\"}]}"
`,
  },
  {
    name: 'compact',
    before: `  config: '{"type":"bond","mode":"balance-rr","miimon":100,"linksInContainer":"true","links":[{"name":"net1"},{"name":"net2"}]}'`,
    after: `  config: '{"cniVersion":"0.3.1","type":"bond","mode":"balance-rr","miimon":"100","linksInContainer":true,"links":[{"name":"net1"},{"name":"net2"}]}'`,
  },
  {
    name: 'a list, whose version stands at its top',
    before: `  config: |-
    {
      "name": "bond-net1",
      "plugins": [{"type": "bond", "mode": "balance-rr", "miimon": 100, "linksInContainer": "true", "links": [{"name": "net1"}, {"name": "net2"}]},
        {"type": "tuning"}]
    }`,
    after: `  config: |-
    {
      "cniVersion": "0.3.1",
      "name": "bond-net1",
      "plugins": [{"type": "bond", "mode": "balance-rr", "miimon": "100", "linksInContainer": true, "links": [{"name": "net1"}, {"name": "net2"}]},
        {"type": "tuning"}]
    }`,
  },
]

for (const { name, before, after } of styles) {
  t.test(name, async t => {
    t.equal(fixed(head + before), head + after)
    t.equal(fixed(head + after), head + after, 'a second time changes nothing')
  })
  t.test(`${name}, with CRLF`, async t => {
    const crlf = (text: string) => (head + text).replaceAll('\n', '\r\n')
    t.equal(fixed(crlf(before)), crlf(after))
  })
  t.test(`${name}, behind a byte order mark and between other documents`, async t => {
    const around = (text: string) => `\uFEFF# first\n---\n${head}${text}\n---\n# last`
    t.equal(fixed(around(before)), around(after))
  })
}

t.test('in a file of JSON', async t => {
  const manifest = (config: string) =>
    JSON.stringify({
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: { name: 'bond-net1', namespace: 'demo' },
      spec: { config },
    })
  const rest = '"links": [{"name": "net1"}, {"name": "net2"}], "linksInContainer": true}'
  const before = `{\n\t"type": "bond",\n\t"mode": "balance-rr", "miimon": 100, ${rest}`
  const after = `{\n\t"cniVersion": "0.3.1",\n\t"type": "bond",\n\t"mode": "balance-rr", "miimon": "100", ${rest}`
  t.equal(fixed(manifest(before)), manifest(after))
})
