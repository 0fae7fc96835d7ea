import t from 'tap'
import { loadManifests } from '../../src/manifests/load-manifests.ts'
import { catalogueContract } from '../catalogue-contract.ts'

const nad = (name: string, namespace?: string) =>
  `apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata:\n  name: ${name}\n${
    namespace === undefined ? '' : `  namespace: ${namespace}\n`
  }spec:\n  config: '{\n"type": "sriov"\n}'\n`

t.test('a catalogue of manifests is a catalogue', async t => {
  catalogueContract(t, definitions => {
    const items = definitions.map(definition => ({
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      ...definition,
    }))
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
    const { catalogue, errors } = loadManifests({ files: [{ file: 'nads.json', text }], problems: [] })
    if (errors.length > 0) throw new Error(JSON.stringify(errors))
    return catalogue
  })
})

t.test('networks of several files', async t => {
  const files = [
    { file: 'a.yaml', text: `${nad('one')}---\n${nad('two', 'demo')}` },
    { file: 'b.yaml', text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: one\n' },
    { file: 'c.yaml', text: nad('one', 'demo') },
  ]
  const { catalogue, errors, warnings } = loadManifests({ files, problems: [] })
  t.strictSame([errors, warnings], [[], []])
  t.equal(catalogue.size, 3)
  t.match(catalogue.get('default', 'one'), { type: 'sriov' }, 'without a namespace: default')
  t.match(
    loadManifests({ files, problems: [] }, 'prod').catalogue.get('prod', 'one'),
    { type: 'sriov' },
    'or the one that is given',
  )
})

t.test('the same network twice: both places', async t => {
  const files = [
    { file: 'a.yaml', text: `# one\n${nad('one')}` },
    { file: 'b.yaml', text: `${nad('two')}---\n${nad('one', 'default')}` },
  ]
  const { catalogue, errors } = loadManifests({ files, problems: [] })
  t.match(errors, [
    {
      cause: 'duplicate-network',
      file: 'b.yaml',
      line: 10,
      column: 1,
      message: /default\/one is defined here and in a.yaml, line 2/,
    },
  ])
  t.equal(errors.length, 1)
  t.equal(catalogue.size, 2)
})

t.test('the same name in two namespaces is no repetition', async t => {
  const files = [{ file: 'a.yaml', text: `${nad('one', 'a')}---\n${nad('one', 'b')}` }]
  t.strictSame(loadManifests({ files, problems: [] }).errors, [])
})

t.test('everything that is wrong is told, and the rest is there', async t => {
  const files = [
    { file: 'a.yaml', text: `${nad('one')}---\na: [\n---\n${nad('BAD')}` },
    { file: 'b.yaml', text: 'x\n' },
    { file: 'c.yaml', text: `${nad('two')}extra: 1\nextra: 2\n` },
  ]
  const unreadable = {
    severity: 'error',
    cause: 'unreadable',
    file: 'd.yaml',
    line: 0,
    column: 0,
    message: 'm',
    fix: 'f',
  } as const
  const { catalogue, errors, warnings } = loadManifests({ files, problems: [unreadable] })
  t.strictSame(
    errors.map(({ file, cause }) => `${file} ${cause}`),
    ['d.yaml unreadable', 'a.yaml bracket', 'b.yaml object', 'a.yaml network'],
  )
  t.strictSame(
    warnings.map(({ file, cause }) => `${file} ${cause}`),
    ['c.yaml duplicate-key'],
  )
  t.equal(catalogue.size, 2)
})
