import t from 'tap'
import { readDefinition } from '../../src/manifests/network-definition.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

const head = 'apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\n'
const metadata = 'metadata:\n  name: bond-net1\n'

function reading(text: string) {
  const [object] = readDocuments(text, 'a.yaml').objects
  if (object === undefined) throw new Error(`no object: ${text}`)
  return readDefinition(object, 'default')
}

t.test('definitions', async t => {
  const cases = [
    {
      name: 'all of it',
      text: `${metadata}  namespace: demo\n  annotations:\n    a/b: c\nspec:\n  config: '{}'\n`,
      definition: {
        metadata: { namespace: 'demo', name: 'bond-net1', annotations: { 'a/b': 'c' } },
        spec: { config: '{}' },
      },
    },
    {
      name: 'without a namespace',
      text: metadata,
      definition: { metadata: { namespace: 'default', name: 'bond-net1' } },
    },
    {
      name: 'an empty namespace',
      text: `${metadata}  namespace: ""\n`,
      definition: { metadata: { namespace: 'default', name: 'bond-net1' } },
    },
    {
      name: 'without a config',
      text: `${metadata}spec: {}\n`,
      definition: { metadata: { namespace: 'default', name: 'bond-net1' }, spec: {} },
    },
    {
      name: 'null is absent',
      text: `${metadata}  annotations:\n  namespace: ~\nspec:\n  config:\n`,
      definition: { metadata: { namespace: 'default', name: 'bond-net1' }, spec: {} },
    },
    {
      name: 'an annotation that is null is empty, as Go has it',
      text: `${metadata}  annotations:\n    a:\n`,
      definition: { metadata: { namespace: 'default', name: 'bond-net1', annotations: { a: '' } } },
    },
    {
      name: 'a name with dots',
      text: 'metadata:\n  name: bond.net-1.x\n',
      definition: { metadata: { namespace: 'default', name: 'bond.net-1.x' } },
    },
    {
      name: 'other fields are nobody’s business',
      text: `${metadata}  resourceVersion: null\n  labels: {a: 1}\nstatus: x\n`,
      definition: { metadata: { namespace: 'default', name: 'bond-net1' } },
    },
  ]
  for (const { name, text, definition } of cases)
    t.strictSame(reading(head + text), { kind: 'definition', definition }, name)
})

t.test('objects of other kinds are not ours', async t => {
  for (const text of [
    'apiVersion: v1\nkind: Pod\n',
    'apiVersion: k8s.cni.cncf.io/v1beta1\nkind: MultiNetworkPolicy\n',
  ]) {
    t.strictSame(reading(text), { kind: 'other' })
  }
})

t.test('what the API server would refuse', async t => {
  const cases = [
    { name: 'no name', text: 'metadata:\n  namespace: demo\n', at: [4, 3], message: /metadata.name is missing/ },
    { name: 'no metadata', text: 'spec: {}\n', at: [1, 1], message: /metadata.name is missing/ },
    { name: 'an empty name', text: 'metadata:\n  name: ""\n', at: [4, 9], message: /metadata.name is missing/ },
    {
      name: 'a name that YAML makes a number',
      text: 'metadata:\n  name: 1\n',
      at: [4, 9],
      message: /metadata.name is the number 1, but must be a text/,
      fix: /quotes/,
    },
    {
      name: 'a name that YAML makes a boolean',
      text: 'metadata:\n  name: on\n',
      at: [4, 9],
      message: /the boolean true/,
      fix: /quotes/,
    },
    {
      name: 'a name in capitals',
      text: 'metadata:\n  name: Bond\n',
      at: [4, 9],
      message: /"Bond", which Kubernetes does not take/,
      fix: /253 small letters/,
    },
    {
      name: 'a name that is too long',
      text: `metadata:\n  name: ${'a'.repeat(254)}\n`,
      at: [4, 9],
      message: /does not take/,
    },
    {
      name: 'a name with a callout',
      text: 'metadata:\n  name: bond-net1 <1>\n',
      at: [4, 9],
      cause: 'callout',
      message: /ends with <1>/,
    },
    {
      name: 'a name nobody filled in',
      text: 'metadata:\n  name: ${NAME}\n',
      at: [4, 9],
      cause: 'template',
      message: /placeholder \$\{NAME\}/,
    },
    {
      name: 'a placeholder of a documentation',
      text: 'metadata:\n  name: <bond-name>\n',
      at: [4, 9],
      cause: 'template',
      message: /placeholder <bond-name>/,
    },
    {
      name: 'a name with what cannot be seen',
      text: 'metadata:\n  name: \u200Bbond\n',
      at: [4, 9],
      message: /"\\u200Bbond"/,
    },
    {
      name: 'a namespace with a dot',
      text: `${metadata}  namespace: a.b\n`,
      at: [5, 14],
      message: /metadata.namespace is "a.b"/,
      fix: /63/,
    },
    {
      name: 'annotations that are a list',
      text: `${metadata}  annotations:\n  - a: b\n`,
      at: [6, 3],
      message: /metadata.annotations is a list, but must be a mapping/,
    },
    {
      name: 'an annotation that YAML makes a number',
      text: `${metadata}  annotations:\n    a/b: 1\n`,
      at: [6, 10],
      message: /metadata.annotations\[a\/b\] is the number 1/,
      fix: /quotes/,
    },
    {
      name: 'config as a mapping',
      text: `${metadata}spec:\n  config: {"type": "bond"}\n`,
      at: [6, 11],
      message: /spec.config is a mapping, but must be a text/,
      fix: /single quotes/,
    },
    {
      name: 'config as a block mapping',
      text: `${metadata}spec:\n  config:\n    type: bond\n`,
      at: [7, 5],
      message: /spec.config is a mapping/,
    },
    {
      name: 'config that lost its indentation',
      text: `${metadata}spec:\nconfig: '{}'\n`,
      at: [6, 9],
      message: /config stands outside spec/,
      fix: /under spec:/,
    },
    {
      name: 'config under metadata',
      text: `${metadata}  config: '{}'\n`,
      at: [5, 11],
      message: /metadata.config stands outside spec/,
    },
    { name: 'spec as a text', text: `${metadata}spec: '{}'\n`, at: [5, 7], message: /spec is no mapping/ },
  ]
  for (const { name, text, at, message, fix, cause = 'network' } of cases) {
    const found = reading(head + text)
    t.equal(found.kind, 'refused', name)
    const problems = found.kind === 'refused' ? found.problems : []
    t.match(problems, [{ cause, severity: 'error', line: at[0], column: at[1], message, ...(fix && { fix }) }], name)
    t.equal(problems.length, 1, `${name}: one cause, one problem`)
  }
})

t.test('the wrong group, version or spelling', async t => {
  const cases = [
    {
      type: 'apiVersion: v1\nkind: NetworkAttachmentDefinition\n',
      line: 1,
      message: /apiVersion is v1, and .* as k8s.cni.cncf.io\/v1 only/,
    },
    { type: 'apiVersion: k8s.cni.cncf.io/v1beta1\nkind: NetworkAttachmentDefinition\n', line: 1, message: /v1beta1/ },
    {
      type: 'apiVersion: k8s.cni.cncf.io/v1\nkind: networkattachmentdefinition\n',
      line: 2,
      message: /kind is networkattachmentdefinition/,
    },
  ]
  for (const { type, line, message } of cases) {
    t.match(reading(type + metadata), { kind: 'refused', problems: [{ line, message }] }, type)
  }
})
