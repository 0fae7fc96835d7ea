import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { bondInjector, bondInjectorHere } from './command-line.ts'
import { runProgram } from '../../src/cli/program.ts'
import { openshift } from './serving-program.ts'

const refused = join(dirname(openshift), 'refused')
const lint = (args: readonly string[], environment = {}) => bondInjectorHere(['lint', ...args], environment)

const bond = (members: string) => `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: bond-net1, namespace: demo}
spec:
  config: '{"type": "bond", "cniVersion": "0.3.1", "mode": "active-backup",
    "failOverMac": 1, "linksInContainer": true, "links": [{"name": "net1"}, {"name": "net2"}],
    ${members}}'
`

function folder(t: Test, files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = t.testdir()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return dir
}

t.test('the objects of the OpenShift page: warnings, and exit code 0', async t => {
  const { code, stdout, stderr } = await lint(['-f', openshift])
  t.equal(code, 0)
  t.equal(stderr, '')
  t.match(stdout, /^\S+bond-net1\.yaml:21:17: warning: demo\/bond-net1\s+spec\.config\.ipam\.type/)
  t.match(stdout, /\n2 warnings in 3 files \(3 networks, 0 pods and workloads\)\n$/)
})

t.test('an error: exit code 1, and the place inside the config', async t => {
  const { code, stdout } = await lint(['-f', refused, '-f', openshift])
  t.equal(code, 1)
  t.match(stdout, 'bond-no-failovermac.yaml:8:11: error: ')
  t.equal(
    stdout.match(/rule: fail-over-mac-required/g)?.length,
    1,
    'told once, though the pod beside it uses the network',
  )
})

t.test('inside a config that goes on over lines', async t => {
  const { stdout } = await lint(['-f', folder(t, { 'bond.yaml': bond('"miimon": 100') })])
  t.match(stdout, /bond\.yaml:7:15: error: /)
  t.match(stdout, '    7 |     "miimon": 100}\'\n      |               ^^^\n')
})

const codes: readonly { name: string; files: Readonly<Record<string, string | Uint8Array>>; code: 0 | 1 | 2 }[] = [
  { name: 'nothing wrong', files: { 'a.yaml': bond('"miimon": "100"') }, code: 0 },
  { name: 'warnings only', files: { 'a.yaml': bond('"miimon": "100", "ifname": "bond0"') }, code: 0 },
  { name: 'an error', files: { 'a.yaml': bond('"miimon": 100') }, code: 1 },
  { name: 'a broken file', files: { 'a.yaml': 'a: [' }, code: 2 },
  { name: 'an error and a broken file', files: { 'a.yaml': bond('"miimon": 100'), 'b.yaml': 'a: [' }, code: 2 },
  { name: 'a binary file', files: { 'a.yaml': new Uint8Array([0, 1, 2]) }, code: 2 },
  { name: 'a directory without a manifest', files: { 'README.md': '#' }, code: 2 },
  { name: 'kinds that nobody here knows', files: { 'a.yaml': 'apiVersion: v1\nkind: Secret\n' }, code: 0 },
]
for (const { name, files, code } of codes) {
  for (const format of ['text', 'json', 'sarif', 'junit']) {
    t.test(`${name}, -o ${format}: exit code ${code}`, async t => {
      const ended = await lint(['-f', folder(t, files), '-o', format])
      t.equal(ended.code, code)
      t.equal(ended.stderr, '', 'all of it is on stdout')
      if (format === 'json' || format === 'sarif') t.type(JSON.parse(ended.stdout), 'object')
      if (format === 'junit') t.match(ended.stdout, /^<\?xml [^]*<\/testsuites>\n$/)
    })
  }
}

t.test('a path that does not exist, and the rest is judged', async t => {
  const { code, stdout } = await lint(['-f', '/no/such.yaml', '-f', folder(t, { 'a.yaml': bond('"miimon": 100') })])
  t.equal(code, 2)
  t.match(stdout, /^\/no\/such\.yaml: error: does not exist\n/)
  t.match(stdout, 'miimon-string')
})

const settings = [
  { name: '--rule off', args: ['--rule', 'fail-over-mac-required=off'], environment: {}, code: 0 },
  { name: '--rule warning', args: ['--rule', 'fail-over-mac-required=warning'], environment: {}, code: 0 },
  {
    name: '--rule as a variable',
    args: [],
    environment: { BOND_INJECTOR_RULE: 'fail-over-mac-required=warning' },
    code: 0,
  },
  { name: '--min-certainty', args: ['--min-certainty', 'kernel'], environment: {}, code: 0 },
  { name: 'none', args: [], environment: {}, code: 1 },
]
for (const { name, args, environment, code } of settings) {
  t.test(`settings: ${name}`, async t => {
    const file = join(refused, 'bond-no-failovermac.yaml')
    t.equal((await lint(['-f', file, ...args], environment)).code, code)
  })
}

t.test('directories inside directories with -R, and -n for objects without a namespace', async t => {
  const inside = bond('"miimon": 100').replace(', namespace: demo', '')
  const dir = t.testdir({ deep: { 'a.yaml': inside } })
  t.equal((await lint(['-f', dir])).code, 2)
  t.match((await lint(['-f', dir, '-R', '-n', 'prod'])).stdout, 'error: prod/bond-net1')
})

t.test('colour only where the output says so', async t => {
  const file = folder(t, { 'a.yaml': bond('"miimon": 100') })
  for (const colour of [true, false]) {
    let stdout = ''
    await runProgram(
      ['lint', '-f', file],
      {},
      { stdout: text => void (stdout += text), stderr: () => undefined, colour },
    )
    t.equal(stdout.includes('\u001b['), colour)
  }
})

t.test('as a process whose output is no terminal: no colour', async t => {
  const { code, stdout, stderr } = await bondInjector(['lint', '-f', refused])
  t.equal(code, 1)
  t.equal(stderr, '')
  t.notMatch(stdout, '\u001b')
})
