import { readFileSync } from 'node:fs'
import t from 'tap'
import { fixed, fixing, mended } from './fixed.ts'

const corpus = (name: string) => readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8')

t.test('the OpenShift page as it is published', async t => {
  const page = corpus('openshift-page.yaml')
  const result = fixing({ 'a.yaml': page })
  t.strictSame(mended(result), ['2:5 key-under-value', '8:23 config-json'])
  t.equal(
    result.files[0]?.after,
    `apiVersion: "k8s.cni.cncf.io/v1"
kind: NetworkAttachmentDefinition
metadata:
  name: bond-net1
  namespace: demo
spec:
  config: '{
  "type": "bond",
  "cniVersion": "0.3.1",
  "name": "bond-net1",
  "links": [
        {"name": "net1"},
        {"name": "net2"}
    ]
  }'
`,
  )
})

const indented: readonly { name: string; before: string; after: string }[] = [
  {
    name: 'comments, blank lines and literal texts move along',
    before:
      'apiVersion: v1\n  kind: Pod # why\n\n  # all of it\n  metadata:\n    name: a\n    annotations:\n      a: |\n        b\n          c\n  \n# left\n  spec:\n    containers: []\n',
    after:
      'apiVersion: v1\nkind: Pod # why\n\n# all of it\nmetadata:\n  name: a\n  annotations:\n    a: |\n      b\n        c\n\n# left\nspec:\n  containers: []\n',
  },
  {
    name: 'a text in quotes whose lines are not indented stays',
    before: "apiVersion: v1\n    kind: Pod\n    metadata:\n      name: a\n      annotations: {a: 'b\nc'}\n    spec: {}",
    after: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: {a: 'b\nc'}\nspec: {}",
  },
  {
    name: 'behind a byte order mark, with CRLF',
    before: '\uFEFFapiVersion: v1\r\n   kind: Pod\r\n   metadata:\r\n      name: a\r\n   spec: {}\r\n',
    after: '\uFEFFapiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n   name: a\r\nspec: {}\r\n',
  },
  {
    name: 'below a comment that says the same',
    before: '# apiVersion: v1\napiVersion: v1\n  # apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n',
    after: '# apiVersion: v1\napiVersion: v1\n  # apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n',
  },
  {
    name: 'the second document of three',
    before: '# a: [\n---\n# b\napiVersion: v1\n kind: Pod\n metadata: {name: a}\n---\na: [\n',
    after: '# a: [\n---\n# b\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\na: [\n',
  },
  {
    name: 'a tab in front of a key',
    before: 'apiVersion: v1\nkind: Pod\nmetadata:\n\tname: a\n',
    after: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n',
  },
  {
    name: 'tabs two deep',
    before: 'apiVersion: v1\nkind: Pod\nmetadata:\n\tname: a\n\tlabels:\n\t\tb: c\nspec:\n\tcontainers: []\n',
    after: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n    b: c\nspec:\n  containers: []\n',
  },
  {
    name: 'callouts behind values, keys and lists',
    before: 'apiVersion: v1 \nkind: "Pod" <1>\nmetadata: 2\n  name: a\nspec: ③\n  containers: <4>\n  - name: b # <5>\n',
    after: 'apiVersion: v1 \nkind: "Pod"\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: b # <5>\n',
  },
  {
    name: 'blanks that are none, and what nobody sees',
    before: 'apiVersion: v1\nkind:\u00A0Pod\nmetadata:\n\u00A0 name: a\nspec:\u200B{}\n',
    after: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec: {}\n',
  },
  {
    name: 'all of them together',
    before: 'apiVersion: v1\n    kind: "Pod" <1>\n    metadata: <2>\n    \tname: a\n',
    after: 'apiVersion: v1\nkind: "Pod"\nmetadata:\n  name: a\n',
  },
]

for (const { name, before, after } of indented) {
  t.test(name, async t => {
    t.equal(fixed(before), after)
    t.equal(fixed(after), after)
  })
}

const refused: readonly { name: string; text: string; reason: RegExp | undefined }[] = [
  {
    name: 'a mistake that only the author can mend stands behind it',
    text: 'apiVersion: v1\n  kind: Pod\n  metadata: {name: a\n',
    reason: /could not be read then either: this \{ is never closed/,
  },
  {
    name: 'a tab beside blanks means another thing at another width',
    text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n\tnamespace: b\n',
    reason: /more than one way/,
  },
  {
    name: 'only some of the lines are indented under apiVersion',
    text: 'apiVersion: v1\n  kind: Pod\nmetadata:\n  name: a\n',
    reason: /could not be read then either|more than one way/,
  },
  {
    name: 'another key than apiVersion',
    text: 'kind: Pod\n  apiVersion: v1\n  metadata: {name: a}\n',
    reason: undefined,
  },
  { name: 'no object of Kubernetes', text: 'apiVersion: v1\n  name: a\n', reason: /kind is missing/ },
  { name: 'a template', text: 'apiVersion: v1\nkind: {{ .Kind }}\n', reason: undefined },
]

for (const { name, text, reason } of refused) {
  t.test(`not touched: ${name}`, async t => {
    const { files, refused, fixed } = fixing({ 'a.yaml': text })
    t.strictSame(files, [])
    t.strictSame(fixed, [])
    if (reason) t.match(refused[0]?.reason, reason)
    else t.strictSame(refused, [])
  })
}

t.test('as many callouts as a page can have, and no more', async t => {
  const page = (callouts: number) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n${'    a: "b" <1>\n'.repeat(callouts)}`
  t.notMatch(fixed(page(20)), '<1>')
  t.equal(fixed(page(300)), page(300))
})
