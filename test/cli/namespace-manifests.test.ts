import fc from 'fast-check'
import t from 'tap'
import { fileOf, withoutControlled } from '../../src/cli/namespace-manifests.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

const config = `{
  "type": "bond",
  "miimon": "100"
}
`
const network = {
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: {
    name: 'bond-net1',
    namespace: 'demo',
    uid: '1',
    resourceVersion: '7',
    managedFields: [{ manager: 'kubectl' }],
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}', 'bond-injector.io/links': 'a,b' },
  },
  spec: { config },
}

t.test('an object as its author could have written it', async t => {
  t.strictSame(fileOf(network), {
    file: 'networkattachmentdefinition/bond-net1',
    text: `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata:
  name: bond-net1
  namespace: demo
  annotations:
    bond-injector.io/links: a,b
spec:
  config: |
    {
      "type": "bond",
      "miimon": "100"
    }
`,
  })
})

t.test('the status of a pod is not its author’s', async t => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [] },
    status: { phase: 'Running' },
  }
  t.notMatch(fileOf(pod).text, 'Running')
})

const readAs = ({ file, text }: ReturnType<typeof fileOf>) => {
  const { objects, problems } = readDocuments(text, file)
  return { values: objects.map(({ value }) => value), errors: problems.filter(({ severity }) => severity === 'error') }
}

const tricky = [
  'y',
  'on',
  '0o17',
  '017',
  '1:30',
  '1_000',
  '.5',
  '1e3',
  'null',
  '~',
  '',
  ' a',
  'a ',
  'a: b',
  '# a',
  '- a',
  '\t',
  'a\tb',
  '\u0085',
  '\ufeff',
  '"',
  "'",
  '|',
  '{',
  'a\r\nb',
  '2026-01-01',
  '=',
  '<<',
  '0x1F',
  '+1',
  '!!str',
  '&a',
  '*a',
  '%a',
  '@a',
  '`a',
]
for (const text of tricky) {
  t.test(`reads back as it was: ${JSON.stringify(text)}`, async t => {
    const object = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', annotations: { note: text, [`k${text}`]: 'x' } },
      spec: { list: [text] },
    }
    t.strictSame(readAs(fileOf(object)), { values: [object], errors: [] })
  })
}

t.test('reads back as it was: anything', async () => {
  const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 })
  const property = fc.property(fc.dictionary(fc.string(), fc.string()), json, (annotations, value) => {
    const object = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', annotations: { ...annotations } },
      spec: { value },
    }
    const { values, errors } = readAs(fileOf(object))
    // -0 is no number of JSON's.
    return errors.length === 0 && JSON.stringify(values) === JSON.stringify([object])
  })
  fc.assert(property, { seed: 10, numRuns: 300 })
})

const owned = (kind: string, uid: string, owner?: string, controller = true) => ({
  kind,
  metadata: { name: uid, uid, ...(owner === undefined ? {} : { ownerReferences: [{ uid: owner, controller }] }) },
})
const owners: readonly { name: string; objects: readonly ReturnType<typeof owned>[]; kept: readonly string[] }[] = [
  {
    name: 'what a deployment makes, and what that makes',
    objects: [owned('Deployment', 'web'), owned('ReplicaSet', 'web-1', 'web'), owned('Pod', 'web-1-a', 'web-1')],
    kept: ['web'],
  },
  {
    name: 'the pod of a controller that is not known here',
    objects: [owned('Pod', 'a', 'virtual-machine')],
    kept: ['a'],
  },
  {
    name: 'an owner that is no controller',
    objects: [owned('Pod', 'a'), owned('Pod', 'b', 'a', false)],
    kept: ['a', 'b'],
  },
  { name: 'pods of their own', objects: [owned('Pod', 'a'), owned('Pod', 'b')], kept: ['a', 'b'] },
]
for (const { name, objects, kept } of owners) {
  t.test(`told once: ${name}`, async t =>
    t.strictSame(
      withoutControlled(objects).map(object => (object as ReturnType<typeof owned>).metadata.name),
      kept,
    ),
  )
}
