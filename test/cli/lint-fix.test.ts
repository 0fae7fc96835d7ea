import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyPatch } from 'diff'
import t, { type Test } from 'tap'
import { bondInjectorHere } from './command-line.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const lint = (...args: readonly string[]) => bondInjectorHere(['lint', ...args])

const bond = (members: string, name = 'bond-net1') => `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata: {name: ${name}, namespace: demo}
spec:
  config: '{"type": "bond", "cniVersion": "0.3.1", "mode": "active-backup",
    "linksInContainer": true, "links": [{"name": "net1"}, {"name": "net2"}],
    ${members}}'
`
const good = bond('"failOverMac": 1, "miimon": "100"')
const number = bond('"failOverMac": 1, "miimon": 100')
const two = bond('"failOverMac": "1", "miimon": 100', 'bond-net2')
const lacking = bond('"miimon": 100')

function folder(t: Test, files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = t.testdir()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  return dir
}

const read = (dir: string, name = 'a.yaml') => readFileSync(join(dir, name), 'utf8')

t.test('files are written, and what was done and what is left is told', async t => {
  const dir = folder(t, { 'a.yaml': lacking, 'b.yaml': two })
  const { code, stdout, stderr } = await lint('--fix', '-f', dir)
  t.equal(code, 1, 'what is left decides')
  t.equal(stderr, '')
  t.equal(read(dir), bond('"miimon": "100"'))
  t.equal(read(dir, 'b.yaml'), bond('"failOverMac": 1, "miimon": "100"', 'bond-net2'))
  const lines = stdout.replaceAll(`${dir}/`, '').replaceAll(/\n {4}(?=\S)/g, ' ')
  t.match(lines, /^a\.yaml:7:15: fixed: miimon-string: Put the number in quotes: "miimon": "100"\n/)
  t.match(lines, 'b.yaml:7:20: fixed: fail-over-mac-integer: Write a bare number: "failOverMac": 1\n')
  t.match(lines, /\n1 error in 2 files .*\nfixed 3 findings in 2 files; 1 left, 1 of them fixed by --fix-missing\n$/)
})

const codes: readonly { name: string; text: string | Uint8Array; args?: readonly string[]; code: 0 | 1 | 2 }[] = [
  { name: 'nothing to fix', text: good, code: 0 },
  { name: 'all of it fixed', text: number, code: 0 },
  { name: 'an error left', text: lacking, code: 1 },
  { name: 'and that one fixed as well', text: lacking, args: ['--fix-missing'], code: 0 },
  { name: 'a document left that cannot be read', text: `${number}---\na: [`, code: 2 },
  { name: 'a file that cannot be read', text: new Uint8Array([0, 1, 2]), code: 2 },
  { name: 'the rule is off, and so is its fix', text: lacking, args: ['--rule=fail-over-mac-required=off'], code: 0 },
]

for (const { name, text, args = [], code } of codes) {
  t.test(`exit code ${code}: ${name}`, async t => {
    const dir = folder(t, { 'a.yaml': text })
    const before = readFileSync(join(dir, 'a.yaml'))
    const shown = await lint('--diff', ...args, '-f', dir)
    t.strictSame(readFileSync(join(dir, 'a.yaml')), before, '--diff changes nothing')
    t.equal(
      shown.code,
      (await lint('-f', dir, ...args.filter(arg => arg.startsWith('--rule')))).code,
      'and tells of the file as it is',
    )
    t.equal((await lint('--fix', ...args, '-f', dir)).code, code)
    const again = readFileSync(join(dir, 'a.yaml'))
    t.equal((await lint('--fix', ...args, '-f', dir)).code, code)
    t.strictSame(readFileSync(join(dir, 'a.yaml')), again, 'a second time changes nothing')
  })
}

t.test('a diff that patch takes, and the report beside it', async t => {
  const dir = folder(t, { 'a.yaml': lacking, 'b.yaml': bond('"failOverMac": 1, "miimon": "100"', 'other') })
  for (const args of [['--diff'], ['--fix', '--diff']]) {
    const { stdout, stderr, code } = await lint(...args, '-f', dir)
    t.equal(code, 1)
    t.match(stdout, /^--- a\/.*a\.yaml\n\+\+\+ b\/.*a\.yaml\n@@ -4,4 \+4,4 @@\n/)
    t.equal(applyPatch(lacking, stdout), bond('"miimon": "100"'))
    t.equal(stderr, 'would fix 1 finding in 1 file; 1 would be left, 1 of them fixed by --fix-missing\n')
    t.equal(read(dir), lacking)
  }
})

t.test('nothing to show', async t => {
  const { stdout, stderr, code } = await lint('--diff', '-f', folder(t, { 'a.yaml': good }))
  t.equal(code, 0)
  t.equal(stdout, '')
  t.equal(stderr, 'would fix 0 findings in 0 files; 0 would be left\n')
})

t.test('why something is not fixed', async t => {
  const { stdout } = await lint('--fix', '-f', folder(t, { 'a.yaml': bond('"miimon": "100", "failOverMac": "0"') }))
  t.match(
    stdout.replaceAll(/\n {4}(?=\S)/g, ' '),
    /not fixed: fail-over-mac-integer: it would bring about fail-over-mac-required: 0, but/,
  )
})

t.test('for programs', async t => {
  const dir = folder(t, { 'a.yaml': lacking })
  const { stdout } = await lint('--fix', '-o', 'json', '-f', dir)
  const report = JSON.parse(stdout) as Readonly<Record<string, unknown>>
  t.match(report, {
    version: 1,
    findings: [{ rule: 'fail-over-mac-required' }],
    summary: { errors: 1 },
    fixes: {
      written: true,
      fixed: [{ rule: 'miimon-string', file: join(dir, 'a.yaml'), line: 7, column: 15, object: { name: 'bond-net1' } }],
      notFixed: [],
      onRequest: 1,
      left: 1,
    },
  })
  const shown = await lint('--diff', '-o', 'json', '-f', folder(t, { 'a.yaml': lacking }))
  t.match(JSON.parse(shown.stderr), { findings: [{}, {}], fixes: { written: false, fixed: [{}], left: 1 } })
  t.match((await lint('--fix', '-o', 'sarif', '-f', dir)).stdout, '"ruleId": "fail-over-mac-required"')
  t.match((await lint('--fix', '-o', 'junit', '-f', dir)).stdout, 'fail-over-mac-required')
})

t.test('a file that cannot be written is told, and is as it was', async t => {
  const dir = folder(t, { 'a.yaml': number, 'b.yaml': two })
  chmodSync(join(dir, 'a.yaml'), 0o444)
  const { code, stdout } = await lint('--fix', '-f', dir)
  t.equal(code, 2)
  t.equal(read(dir), number)
  t.match(stdout.replaceAll(/\n {4}(?=\S)/g, ' '), 'a.yaml: error: the fixes were not written: it is read-only\n')
  t.match(stdout, /\nfixed 2 findings in 1 file; 2 left\n$/)
})

async function piped(text: string, ...args: readonly string[]) {
  const program = spawn(process.execPath, [main, 'lint', ...args, '-f', '-'], { env: {} })
  let [stdout, stderr] = ['', '']
  program.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  program.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  program.stdin.end(text)
  const [code] = (await once(program, 'close')) as [number | null]
  return { code, stdout, stderr }
}

t.test('standard input: the text goes to standard output, fixed or not, and the report to standard error', async t => {
  const dirty = await piped(lacking, '--fix')
  t.equal(dirty.code, 1)
  t.equal(dirty.stdout, bond('"miimon": "100"'))
  t.match(dirty.stderr, /^stdin:7:15: fixed: miimon-string: /)
  t.match(dirty.stderr, /\nfixed 1 finding in 1 file; 1 left, /)
  t.equal((await piped(good, '--fix')).stdout, good)
  t.equal((await piped('a: [', '--fix')).stdout, 'a: [')
  const shown = await piped(number, '--diff')
  t.match(shown.stdout, /^--- a\/stdin\n\+\+\+ b\/stdin\n/)
})

const wrong: readonly { name: string; args: readonly string[]; problem: string }[] = [
  {
    name: 'nothing to fix',
    args: ['--fix', '--kubeconfig', 'x'],
    problem: 'nothing to fix: --fix and --diff are for files; give them with -f',
  },
  {
    name: 'nothing to fix it with',
    args: ['--fix-missing', '-f', 'x'],
    problem: '--fix-missing says what --fix and --diff may add',
  },
]

for (const { name, args, problem } of wrong) {
  t.test(`wrong use: ${name}`, async t => {
    const { code, stderr } = await lint(...args)
    t.equal(code, 2)
    t.match(stderr, problem)
  })
}
