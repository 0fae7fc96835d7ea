import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { bondInjectorHere } from './command-line.ts'
import { moreNetworks } from './pod-cases.ts'
import { openshift } from './serving-program.ts'

const examples = dirname(openshift)
const networks = ['-f', openshift]
const inject = (args: readonly string[], environment = {}) => bondInjectorHere(['inject', ...args], environment)

const labelled = (name: string) => `# kept
apiVersion: v1
kind: Pod
metadata: # kept, too
  name: ${name}
  namespace: demo
  labels: {bond-injector.io/bond: bond-net1}
spec:
  containers:
  - name: app   # odd blanks
    image:    "app"
`
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name:   odd\ndata: {a: "b"}   # kept'

function folder(t: Test, files: Readonly<Record<string, string>>): (name: string) => string {
  const dir = t.testdir()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), text)
  }
  return name => join(dir, name)
}

t.test('yaml: the author’s file and what was added; nothing else differs', async t => {
  const at = folder(t, { 'pod.yaml': labelled('a') })
  const { code, stdout } = await inject(['-f', at('pod.yaml'), ...networks])
  t.equal(code, 0)
  t.match(stdout, '    k8s.v1.cni.cncf.io/networks: sriovnet1@net1,sriovnet2@net2,bond-net1@bond0\n')
  const lines = stdout.split('\n')
  t.strictSame(
    lines.filter(line => labelled('a').split('\n').includes(line)),
    labelled('a').split('\n'),
    'every line of the author is there, in order',
  )
  const again = folder(t, { 'again.yaml': stdout })
  t.equal((await inject(['-f', again('again.yaml'), ...networks])).stdout, stdout, 'a second pass changes nothing')
})

t.test('yaml: files with pods are printed whole, joined; files of networks alone are not', async t => {
  const at = folder(t, {
    'a.yaml': `${configMap}\n---\n${labelled('a')}`,
    'b.yaml': `${labelled('b')}---\n${configMap}`,
  })
  const { code, stdout } = await inject(['-f', at('a.yaml'), '-f', at('b.yaml'), ...networks])
  t.equal(code, 0)
  t.ok(stdout.startsWith(`${configMap}\n---\n# kept\n`))
  t.ok(stdout.endsWith(`---\n${configMap}`))
  t.notMatch(stdout, 'NetworkAttachmentDefinition')
  t.equal(stdout.match(/^kind: Pod$/gm)?.length, 2)
  t.equal(stdout.match(/^---$/gm)?.length, 3)
})

t.test('yaml: what has no label is printed byte for byte', async t => {
  const plain = labelled('a').replace('bond-injector.io/bond', 'app')
  const at = folder(t, { 'pod.yaml': plain.replaceAll('\n', '\r\n').trimEnd() })
  const { code, stdout, stderr } = await inject(['-f', at('pod.yaml')])
  t.strictSame({ code, stdout, stderr }, { code: 0, stdout: readFileSync(at('pod.yaml'), 'utf8'), stderr: '' })
})

t.test('json: one object, or a List of all that the files with pods hold', async t => {
  const at = folder(t, { 'a.yaml': labelled('a'), 'b.yaml': `${labelled('b')}---\n${configMap}` })
  const one = JSON.parse((await inject(['-f', at('a.yaml'), ...networks, '-o', 'json'])).stdout) as unknown
  t.match(one, { kind: 'Pod', metadata: { annotations: { 'bond-injector.io/status': /^\{/ } } })
  const all = JSON.parse((await inject(['-f', at(''), ...networks, '-o', 'json'])).stdout) as { items: unknown[] }
  t.match(all, { apiVersion: 'v1', kind: 'List', items: [one, { kind: 'Pod' }, { kind: 'ConfigMap' }] })
  t.equal(all.items.length, 3)
})

t.test('patch: an entry for every pod and workload, also where nothing changes', async t => {
  const job = `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  jobTemplate:
    spec:
      template:
        metadata: {labels: {bond-injector.io/bond: bond-net1}, annotations: {}}
        spec: {containers: [{name: app, resources: {}}], initContainers: [{name: i}]}
`
  const plain = 'apiVersion: v1\nkind: Pod\nmetadata: {generateName: plain-}\nspec: {containers: [{name: app}]}\n'
  const at = folder(t, { 'all.yaml': `${job}---\n${configMap}\n---\n${plain}` })
  const { stdout } = await inject(['-f', at('all.yaml'), ...networks, '-n', 'demo', '-o', 'patch'])
  const entries = JSON.parse(stdout) as { object: unknown; patch: { op: string; path: string }[] }[]
  t.strictSame(
    entries.map(({ object, patch }) => ({ object, patch: patch.map(({ op, path }) => `${op} ${path}`) })),
    [
      {
        object: { kind: 'CronJob', namespace: 'demo', name: 'nightly' },
        patch: [
          'add /spec/jobTemplate/spec/template/metadata/annotations/k8s.v1.cni.cncf.io~1networks',
          'add /spec/jobTemplate/spec/template/metadata/annotations/bond-injector.io~1status',
          'add /spec/jobTemplate/spec/template/spec/containers/0/resources/requests',
          'add /spec/jobTemplate/spec/template/spec/containers/0/resources/limits',
        ],
      },
      { object: { kind: 'Pod', namespace: 'demo', name: 'plain-' }, patch: [] },
    ],
  )
})

t.test('diff: patch -p1 makes the file that -o yaml prints', async t => {
  const at = folder(t, {
    'dir with blanks/a.yaml': labelled('a').trimEnd(),
    'b.yaml': labelled('b').replaceAll('\n', '\r\n'),
  })
  const diff = await inject(['-f', at(''), '-R', ...networks, '-o', 'diff'])
  t.equal(diff.code, 0)
  t.match(diff.stdout, /^--- .*a\/.*b\.yaml.*\n\+\+\+ .*b\/.*b\.yaml.*\n@@ /)
  const before = Object.fromEntries(
    ['b.yaml', 'dir with blanks/a.yaml'].map(name => [name, readFileSync(at(name), 'utf8')]),
  )
  const wanted = await Promise.all(
    Object.keys(before).map(async name => (await inject(['-f', at(name), ...networks])).stdout),
  )
  execFileSync('patch', ['-p1', '-d', '/', '--binary', '--quiet'], { input: diff.stdout })
  t.strictSame(
    Object.keys(before).map(name => readFileSync(at(name), 'utf8')),
    wanted,
  )
  t.notSame(Object.values(before), wanted)
  const again = await inject(['-f', at(''), '-R', ...networks, '-o', 'diff'])
  t.strictSame({ code: again.code, stdout: again.stdout }, { code: 0, stdout: '' }, 'nothing where nothing changes')
})

t.test('a List and its items: each is completed where it stands', async t => {
  const pod = (name: string) =>
    `  - {kind: Pod, apiVersion: v1, metadata: {name: ${name}, labels: {bond-injector.io/bond: ""}}, spec: {containers: [{name: c}]}}\n`
  const at = folder(t, { 'list.yaml': `kind: List\napiVersion: v1\nitems:\n${pod('a')}${pod('b')}` })
  const { code, stdout } = await inject(['-f', at('list.yaml'), ...networks, '-n', 'demo'])
  t.equal(code, 0)
  t.equal(stdout.match(/sriovnet1@net1,sriovnet2@net2,bond-net1@bond0/g)?.length, 2)
  t.ok(stdout.startsWith('kind: List\napiVersion: v1\nitems:\n  - {kind: Pod, '))
})

const refusals: readonly { name: string; pod: string; stderr: readonly RegExp[] }[] = [
  {
    name: 'in the text of a config of another file',
    pod: labelled('a').replace('bond-net1', 'bond-twice-wrong'),
    stderr: [
      /networks\.yaml:14:16: error: demo\/bond-twice-wrong spec\.config\.miimon: .* \[bond-injector miimon-string\]/,
    ],
  },
  {
    name: 'at the label',
    pod: labelled('a').replace('bond-net1', 'bond-net'),
    stderr: [/pod\.yaml:7:35: error: pod metadata\.labels\[bond-injector\.io\/bond\]: .*bond-network-exists\]/],
  },
  {
    name: 'in the text of an annotation',
    pod: labelled('a').replace('spec:', '  annotations:\n    k8s.v1.cni.cncf.io/networks: sriovnet1, -x\nspec:'),
    stderr: [/pod\.yaml:9:45: error: pod metadata\.annotations\[k8s\.v1\.cni\.cncf\.io\/networks\]: /],
  },
]
for (const { name, pod, stderr } of refusals) {
  t.test(`a refusal: nothing is printed, and the place is told: ${name}`, async t => {
    const at = folder(t, { 'pod.yaml': pod, 'networks.yaml': moreNetworks, 'good.yaml': labelled('good') })
    for (const output of ['yaml', 'json', 'patch', 'diff']) {
      const ended = await inject(['-f', at(''), ...networks, '-o', output])
      t.equal(ended.code, 1)
      t.equal(ended.stdout, '')
      for (const line of stderr) t.match(ended.stderr, line)
    }
  })
}

t.test('a network that is not there while none was given: one more sentence', async t => {
  const hint = /\nbond-injector inject: no network was given: give the files .+ with -f\n$/
  t.match((await inject(['-f', join(examples, 'pod.yaml')])).stderr, hint)
  const at = folder(t, { 'pod.yaml': labelled('a').replace('bond-net1', 'bond-net') })
  t.notMatch((await inject(['-f', at('pod.yaml'), ...networks])).stderr, 'no network was given')
})

t.test('a mistake in one network that two pods use is told once', async t => {
  const bad = (name: string) => labelled(name).replace('bond-net1', 'bond-without-mac')
  const at = folder(t, { 'pods.yaml': `${bad('a')}---\n${bad('b')}`, 'networks.yaml': moreNetworks })
  const { stderr } = await inject(['-f', at(''), ...networks])
  t.equal(stderr.match(/fail-over-mac-required/g)?.length, 1)
})

t.test('warnings go to stderr with their places, and the exit code is 0', async t => {
  const { code, stdout, stderr } = await inject(['-f', join(examples, 'pod.yaml'), ...networks])
  t.equal(code, 0)
  t.match(stderr, /examples\/pod\.yaml:7:28: warning: pod metadata\.labels\[.+ \[bond-injector links-by-discovery\]\n/)
  t.notMatch(stdout, 'warning')
})

t.test('settings of the site, as flags and as variables', async t => {
  const args = ['-f', join(examples, 'pod.yaml'), ...networks, '-o', 'patch']
  t.match(await inject([...args, '--discovery=off']), { code: 1, stdout: '', stderr: /links-known/ })
  const leave = await inject(args, { BOND_INJECTOR_DEVICES: 'leave' })
  t.notMatch(leave.stdout, 'requests')
  t.match((await inject([...args, '--rule', 'links-by-discovery=error'])).code, 1)
  const fromVariables = { BOND_INJECTOR_FILENAME: `${join(examples, 'pod.yaml')},${openshift}` }
  t.equal((await inject([], fromVariables)).code, 0)
})

t.test('the namespace of objects that name none: of pods and of networks', async t => {
  const at = folder(t, {})
  cpSync(openshift, at('nads'), { recursive: true })
  for (const name of ['bond-net1', 'sriovnet1', 'sriovnet2']) {
    const file = at(`nads/${name}.yaml`)
    writeFileSync(file, readFileSync(file, 'utf8').replace('  namespace: demo\n', ''))
  }
  writeFileSync(at('pod.yaml'), labelled('a').replace('  namespace: demo\n', ''))
  t.match(await inject(['-f', at(''), '-R', '-o=patch']), { code: 0, stdout: /"namespace": "default"/ })
  t.match(await inject(['-f', at(''), '-R', '-o=patch', '-n=x']), { code: 0, stdout: /"namespace": "x"/ })
  t.match(await inject(['-f', at(''), '-o=patch']), { code: 1, stdout: '' }, 'not without -R')
})

t.test('no pod at all: said, and no mistake', async t => {
  const hint = 'bond-injector inject: no pod, and no workload with a pod template, in these files\n'
  const printed = { yaml: '', diff: '', patch: '[]\n' }
  for (const [output, stdout] of Object.entries(printed))
    t.strictSame(await inject([...networks, '-o', output]), { code: 0, stdout, stderr: hint })
  t.match(JSON.parse((await inject([...networks, '-o', 'json'])).stdout), { kind: 'List', items: [] })
})
