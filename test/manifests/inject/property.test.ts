import fc from 'fast-check'
import t from 'tap'
import { stringify } from 'yaml'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import type { Format } from '../../../src/manifests/inject/formats.ts'
import { injectManifests } from '../../../src/manifests/inject/inject-manifests.ts'
import type { ManifestFile } from '../../../src/manifests/manifest-files.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'

const network = (name: string, config: object, annotations: object) => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name, annotations },
  spec: { config: JSON.stringify(config) },
})
const sriov = (name: string) =>
  network(name, { cniVersion: '1.0.0', type: 'sriov' }, { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/${name}` })
const bond = {
  type: 'bond',
  cniVersion: '0.3.1',
  mode: 'active-backup',
  failOverMac: 1,
  linksInContainer: true,
  miimon: '100',
  links: [{ name: 'net1' }, { name: 'net2' }],
}
const networks: ManifestFile = {
  file: 'networks.yaml',
  text: [sriov('a1'), sriov('a2'), network('bond', bond, { 'bond-injector.io/links': 'a1,a2' })]
    .map(object => stringify(object))
    .join('---\n'),
}

const container = fc.record({
  name: fc.constant('app'),
  resources: fc.option(
    fc.record(
      {
        requests: fc.constantFrom({}, { cpu: '1' }, { 'openshift.io/a1': '1' }),
        limits: fc.constantFrom({}, { cpu: '1' }, { 'openshift.io/a1': '1' }),
      },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
})
const pod = fc.record({
  metadata: fc.record(
    {
      labels: fc.constantFrom({}, { app: 'x' }, { 'bond-injector.io/bond': 'bond' }, { 'bond-injector.io/bond': '' }),
      annotations: fc.constantFrom({}, { note: "it's: #1" }, { 'k8s.v1.cni.cncf.io/networks': 'a1@net1, a2@net2' }),
    },
    { requiredKeys: ['labels'] },
  ),
  spec: fc.record({ containers: fc.array(container, { minLength: 1, maxLength: 2 }) }),
})
const object = fc.tuple(fc.constantFrom('Pod', 'Deployment', 'ConfigMap'), pod).map(([kind, held]) => {
  if (kind === 'ConfigMap') return { apiVersion: 'v1', kind, metadata: { name: 'c' }, data: { text: 'a\n b\n' } }
  if (kind === 'Pod') return { apiVersion: 'v1', kind, ...held, metadata: { name: 'p', ...held.metadata } }
  return { apiVersion: 'apps/v1', kind, metadata: { name: 'd' }, spec: { template: held } }
})

/** One document, as somebody might write it. */
const document = fc
  .tuple(object, fc.constantFrom('json', 'json-indented', 'yaml', 'yaml-flow', 'crlf', 'no-line-break'))
  .map(([value, style]) => {
    const plain = JSON.parse(JSON.stringify(value)) as unknown
    switch (style) {
      case 'json':
        return JSON.stringify(plain)
      case 'json-indented':
        return JSON.stringify(plain, null, 2)
      case 'yaml-flow':
        return stringify(plain, { collectionStyle: 'flow' })
      case 'crlf':
        return stringify(plain).replaceAll('\n', '\r\n')
      case 'no-line-break':
        return `# first\n${stringify(plain, { indentSeq: false })}# last`
      default:
        return stringify(plain)
    }
  })
const file = fc
  .array(document, { minLength: 1, maxLength: 3 })
  .map(documents => documents.map(text => (text.endsWith('\n') ? text : `${text}\n`)).join('---\n'))
const files = fc
  .tuple(fc.array(file, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([texts, cut]) =>
    texts.map((text, index) => ({ file: `${index}.yaml`, text: cut ? text.replace(/\r?\n$/, '') : text })),
  )

function run(given: readonly ManifestFile[], format: Format) {
  const plan = createPlanner(defaultPolicy)
  return injectManifests({ files: [networks, ...given], problems: [] }, { plan, namespace: 'demo', format })
}

function itemsOf(json: string): unknown {
  const read = JSON.parse(json) as { kind: string; items?: unknown }
  return read.kind === 'List' ? read.items : [read]
}

const property = (check: (given: readonly ManifestFile[]) => boolean) => {
  fc.assert(
    fc.property(files, given => run(given, 'patch').outcome !== 'injected' || check(given)),
    { seed: 20, numRuns: 150 },
  )
}

t.test('the objects are not all refused', async t => {
  const sample = fc.sample(files, { seed: 20, numRuns: 150 })
  const patches = sample.map(given => run(given, 'patch')).filter(({ outcome }) => outcome === 'injected')
  t.ok(patches.length > 50)
  t.ok(patches.filter(({ output }) => output.includes('"op"')).length > 30)
})

t.test('what -o yaml prints reads as what -o json prints', async () => {
  property(given => {
    const { output } = run(given, 'yaml')
    const read = readDocuments(output, 'out').objects.map(({ value }) => value)
    return read.length === 0
      ? output === ''
      : JSON.stringify(canonical(read)) === JSON.stringify(canonical(itemsOf(run(given, 'json').output)))
  })
})

t.test('a second pass changes nothing, in any format', async () => {
  property(given => {
    const { output } = run(given, 'yaml')
    const again = [{ file: 'again.yaml', text: output }]
    return run(again, 'yaml').output === output && run(again, 'diff').output === ''
  })
})

t.test('without a label, the files of pods come back byte for byte', async () => {
  property(given => {
    const plain = given.map(each => ({ ...each, text: each.text.replaceAll('bond-injector.io/bond', 'app') }))
    return plain.every(each => {
      const { output } = run([each], 'yaml')
      return output === '' || output === each.text
    })
  })
})

/** Keys in one order: a patch adds at the end, an author's text may have the place elsewhere. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, each]) => [key, canonical(each)]))
}
