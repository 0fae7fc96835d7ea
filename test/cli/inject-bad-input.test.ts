import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { bondInjectorHere } from './command-line.ts'
import { openshift } from './serving-program.ts'

const good = `apiVersion: v1
kind: Pod
metadata: {name: good, namespace: demo, labels: {bond-injector.io/bond: bond-net1}}
spec: {containers: [{name: app}]}
`
const refused = good.replace('bond-net1', 'bond-net')
const network = `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: more, namespace: demo}
spec: {config: '{"type": "macvlan"}'}
`

interface BadInput {
  readonly name: string
  /** Made beside a pod that is good; texts, or what makes them. */
  readonly files: Readonly<Record<string, string | Uint8Array | ((path: string) => void)>>
  /** Default: the folder. */
  readonly paths?: readonly string[]
  readonly code: 0 | 1 | 2
  /** One line each, in this order; warnings apart from those that are asked for are not looked at. */
  readonly errors: readonly RegExp[]
  readonly warnings?: readonly RegExp[]
}

const layers = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`)

const cases: readonly BadInput[] = [
  {
    name: 'broken YAML',
    files: { 'bad.yaml': 'kind: Pod\nmetadata: [\n' },
    code: 2,
    errors: [/^bad\.yaml:2:11: error: .+\. .+/],
  },
  {
    name: 'broken JSON',
    files: { 'bad.json': '{"kind": "Pod" "metadata": {}}' },
    code: 2,
    errors: [/^bad\.json:1:\d+: error: /],
  },
  {
    name: 'a broken document between good ones',
    files: { 'bad.yaml': `${good}---\nkind: "Pod\n---\n${good}` },
    code: 2,
    errors: [/^bad\.yaml:6:7: error: /],
  },
  {
    name: 'a binary file',
    files: { 'bad.yaml': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]) },
    code: 2,
    errors: [/^bad\.yaml: error: is no text\. /],
  },
  {
    name: 'no UTF-8',
    files: { 'bad.yaml': new Uint8Array([0x61, 0x3a, 0x0a, 0x62, 0x3a, 0x20, 0xe4, 0x0a]) },
    code: 2,
    errors: [/^bad\.yaml:2:1: error: this line is not UTF-8\. /],
  },
  {
    name: 'a file of 50 MB',
    files: {
      'bad.yaml': path => {
        writeFileSync(path, 'a')
        truncateSync(path, 50 * 2 ** 20)
      },
    },
    code: 2,
    errors: [/^bad\.yaml: error: is larger than 32 MiB/],
  },
  {
    name: 'a file that is not there',
    files: {},
    paths: ['', 'none.yaml'],
    code: 2,
    errors: [/^none\.yaml: error: does not exist/],
  },
  {
    name: 'a directory without a manifest',
    files: { 'empty/notes.txt': 'x' },
    paths: ['', 'empty'],
    code: 2,
    errors: [/^empty: error: the directory has no \.yaml, \.yml or \.json file\. .*-R/],
  },
  {
    name: 'a link that leads in a circle',
    files: {
      'bad.yaml': path => {
        symlinkSync('bad.yaml', path)
      },
    },
    code: 2,
    errors: [/^bad\.yaml: error: is a link that leads in a circle/],
  },
  {
    name: 'a link that leads nowhere',
    files: {
      'bad.yaml': path => {
        symlinkSync('none', path)
      },
    },
    code: 2,
    errors: [/^bad\.yaml: error: is a link that leads nowhere/],
  },
  {
    name: 'an address',
    files: {},
    paths: ['', 'https://example.com/pod.yaml'],
    code: 2,
    errors: [/^https:\/\/example\.com\/pod\.yaml: error: addresses are not read\. Download it first/],
  },
  {
    name: 'an alias bomb',
    files: { 'bad.yaml': `kind: Pod\napiVersion: v1\na0: &a0 x\n${layers.join('\n')}\n` },
    code: 2,
    errors: [/^bad\.yaml:\d+:\d+: error: nearly all of the document comes out of its aliases/],
  },
  {
    name: 'no kind',
    files: { 'bad.yaml': 'apiVersion: v1\nmetadata: {name: x}\n' },
    code: 2,
    errors: [/^bad\.yaml:1:1: error: the object's kind is missing/],
  },
  {
    name: 'a text',
    files: { 'bad.yaml': 'hello\n' },
    code: 2,
    errors: [/^bad\.yaml:1:1: error: a text where an object/],
  },
  { name: 'an empty file', files: { 'bad.yaml': '' }, code: 0, errors: [] },
  {
    name: 'objects of kinds that nobody knows',
    files: { 'x.yaml': 'apiVersion: a/v1\nkind: B\n' },
    code: 0,
    errors: [],
  },
  {
    name: 'a label in an object of a kind that nobody knows',
    files: {
      'x.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  template:\n    metadata: {labels: {bond-injector.io/bond: x}}\n`,
    },
    code: 0,
    errors: [],
    warnings: [/^x\.yaml:5:48: warning: .+ Rollout of argoproj\.io\/v1alpha1 is not known/],
  },
  {
    name: 'a Deployment of the wrong apiVersion',
    files: {
      'x.yaml': `apiVersion: v1\nkind: Deployment\nspec:\n  template:\n    metadata: {labels: {bond-injector.io/bond: x}}\n`,
    },
    code: 0,
    errors: [],
    warnings: [/^x\.yaml:5:48: warning: .+ Deployment of v1 is not known .*Check apiVersion and kind/],
  },
  {
    name: 'a pod that the API server would refuse',
    files: { 'x.yaml': good.replace('[{name: app}]', '[]') },
    code: 0,
    errors: [],
    warnings: [/^x\.yaml:3:\d+: warning: .+the API server refuses this pod/],
  },
  {
    name: 'a label that YAML reads as a boolean',
    files: { 'x.yaml': good.replace('bond-net1', 'yes') },
    code: 0,
    errors: [],
    warnings: [/^x\.yaml:3:\d+: warning: .+the API server refuses this pod/],
  },
  {
    name: 'a labelled pod without a name',
    files: { 'x.yaml': good.replace('name: good, ', '') },
    code: 2,
    errors: [/^x\.yaml:3:\d+: error: the object has no name, and the API server refuses it/],
  },
  {
    name: 'a network without a name',
    files: { 'x.yaml': network.replace('name: more, ', '') },
    code: 2,
    errors: [/^x\.yaml:3:\d+: error: metadata\.name is missing/],
  },
  {
    name: 'a network twice',
    files: { 'x.yaml': `${network}---\n${network}` },
    code: 2,
    errors: [/^x\.yaml:6:1: error: NetworkAttachmentDefinition demo\/more is defined here and in x\.yaml, line 1/],
  },
  {
    name: 'a network of the wrong apiVersion',
    files: { 'x.yaml': network.replace('k8s.cni.cncf.io/v1', 'v1') },
    code: 2,
    errors: [/^x\.yaml:1:13: error: apiVersion is v1/],
  },
  {
    name: 'something unreadable and a refusal: both are told, and the code is 2',
    files: { 'a.yaml': 'kind: [\n', 'b.yaml': refused },
    code: 2,
    errors: [/^a\.yaml:1:7: error: /, /^b\.yaml:3:\d+: error: pod .+bond-network-exists\]/],
  },
  {
    name: 'all that is wrong, in the order of files and places',
    files: {
      'b.yaml': `${refused}---\nkind: [\n`,
      'a.yaml': `${network.replace('more', 'Big')}---\nkind: "x\n---\n${refused}`,
    },
    code: 2,
    errors: [
      /^a\.yaml:3:\d+: error: metadata\.name is "Big"/,
      /^a\.yaml:6:7: error: /,
      /^a\.yaml:10:\d+: error: pod /,
      /^b\.yaml:3:\d+: error: pod /,
      /^b\.yaml:6:7: error: /,
    ],
  },
]

function made(t: Test, files: BadInput['files']): string {
  const dir = t.testdir({ 'good.yaml': good })
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof content === 'function') content(path)
    else writeFileSync(path, content)
  }
  return dir
}

for (const { name, files, paths = [''], code, errors, warnings = [] } of cases) {
  t.test(`exit code ${code}, and one line for each thing that is wrong: ${name}`, async t => {
    const dir = made(t, files)
    const given = paths.flatMap(path => [
      '-f',
      path.startsWith('https:') || path === '' ? path || dir : join(dir, path),
    ])
    const ended = await bondInjectorHere(['inject', ...given, '-f', openshift])
    t.equal(ended.code, code, ended.stderr)
    if (code === 0) t.match(ended.stdout, 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', 'the good pod is completed')
    else t.equal(ended.stdout, '', 'no half output')
    const lines = ended.stderr.split('\n').map(line => line.replaceAll(`${dir}/`, ''))
    const told = (severity: string) => lines.filter(line => line.includes(`: ${severity}: `))
    t.equal(told('error').length, errors.length, ended.stderr)
    for (const [index, error] of errors.entries()) t.match(told('error')[index], error)
    for (const warning of warnings)
      t.ok(
        told('warning').some(line => warning.test(line)),
        `${String(warning)} ${ended.stderr}`,
      )
    t.notMatch(ended.stderr, /^\s+at /m, 'no stack trace')
  })
}

t.test('what is missing while something could not be read may stand there, and that is said', async t => {
  const dir = made(t, { 'bad.yaml': 'kind: [\n', 'pod.yaml': refused })
  const { stderr } = await bondInjectorHere(['inject', '-f', dir, '-f', openshift])
  t.match(stderr, /\nbond-injector inject: what is missing may stand in what could not be read\n$/)
})

t.test('a directory of directories is read with -R only', async t => {
  const dir = made(t, { 'a/b/c/pod.yml': good.replace('good', 'deep') })
  const shallow = await bondInjectorHere(['inject', '-f', dir, '-f', openshift])
  t.notMatch(shallow.stdout, 'deep')
  const deep = await bondInjectorHere(['inject', '-R', '-f', dir, '-f', openshift])
  t.match(deep.stdout, 'deep')
})
