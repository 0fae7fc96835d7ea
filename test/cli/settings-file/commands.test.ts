import { join } from 'node:path'
import t, { type Test } from 'tap'
import { bondInjectorHere, type Ended } from '../command-line.ts'

const before = process.cwd()
t.afterEach(() => {
  process.chdir(before)
})
const macvlan = `kind: NetworkAttachmentDefinition
apiVersion: k8s.cni.cncf.io/v1
metadata: {name: lan, namespace: demo}
spec: {config: '{"cniVersion": "1.0.0", "type": "macvlan"}'}
`
const bond = `kind: NetworkAttachmentDefinition
apiVersion: k8s.cni.cncf.io/v1
metadata: {name: bond-net1, namespace: demo, annotations: {bond-injector.io/links: "lan,lan"}}
spec:
  config: '{"cniVersion": "1.0.0", "type": "bond", "mode": "active-backup", "failOverMac": 1, "linksInContainer": true,
    "miimon": "100", "links": [{"name": "net1"}, {"name": "net2"}]}'
`
const pod = `kind: Pod
apiVersion: v1
metadata: {name: web, labels: {bond-injector.io/bond: bond-net1}}
spec: {containers: [{name: app, image: app}]}
`
const files = { 'lan.yaml': macvlan, 'bond.yaml': bond, 'pod.yaml': pod }
const settings = 'namespace: demo\nrules:\n  links-are-sriov: warning\n'

/** The program in a folder of its own, which is a repository; `settings` is its settings file. */
async function run(t: Test, args: readonly string[], settings?: string): Promise<Ended> {
  const file = settings === undefined ? {} : { '.bond-injector.yaml': settings }
  process.chdir(t.testdir({ '.git': {}, ...file, manifests: files }))
  return bondInjectorHere(args)
}

const judging = [
  { command: 'inject', refused: /links-are-sriov/ },
  { command: 'lint', refused: /links-are-sriov/ },
  { command: 'explain', refused: /links-are-sriov/ },
]
for (const { command, refused } of judging) {
  t.test(`${command}: a rule that the file lowers refuses no more, and a flag raises it again`, async t => {
    const args = [command, '-f', 'manifests']
    const without = await run(t, [...args, '-n', 'demo'])
    t.equal(without.code, 1)
    t.match(without.stdout + without.stderr, refused)
    const { code, stdout, stderr } = await run(t, args, settings)
    t.equal(code, 0, stdout + stderr)
    t.equal((await run(t, [...args, '--rule=links-are-sriov=error'], settings)).code, 1)
    t.equal((await run(t, [...args, '-n', 'demo', '--settings=off'], settings)).code, 1)
  })
}

const wrong = 'rules:\n  config-json: off\nmode: x\n'
for (const args of [
  ['serve', '--manifests=manifests'],
  ['inject', '-f', 'manifests'],
  ['explain', '-f', 'manifests'],
]) {
  t.test(`${args.join(' ')}: a wrong file ends it before it begins, with each place`, async t => {
    t.same(await run(t, args, wrong), {
      code: 2,
      stdout: '',
      stderr: [
        '.bond-injector.yaml:2:3: rules: config-json stays an error: Multus or the plugin itself refuses what it speaks about',
        '.bond-injector.yaml:3:1: there is no setting "mode"',
      ]
        .map(problem => `bond-injector ${args[0] ?? ''}: ${problem}\n`)
        .join(''),
    })
  })
}

t.test('it is no manifest, where it lies among them', async t => {
  const { code, stdout } = await run(t, ['lint', '-R', '-f', '.'], settings)
  t.equal(code, 0, stdout)
  t.match(stdout, / in 3 files /)
})

t.test('the help answers whatever the file says', async t => {
  t.match(await run(t, ['lint', '--help'], wrong), { code: 0, stdout: /--settings FILE/, stderr: '' })
})

t.test('a file that is named', async t => {
  const folder = t.testdir({ 'site.yaml': 'devices: remove\n', ...files })
  const file = join(folder, 'site.yaml')
  t.same(await bondInjectorHere(['lint', '-f', folder, '--settings', file]), {
    code: 2,
    stdout: '',
    stderr: `bond-injector lint: ${file}:1:10: devices: expected add or leave, found "remove"\n`,
  })
})
