import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { codeBlocks, pageOf, root } from '../scripts/markdown.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly run?: string
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action
const lint = action.runs.steps.at(-1) ?? {}
const refused = join(root, 'examples', 'refused', 'bond-no-failovermac.yaml')
const fine = join(root, 'examples', 'openshift')

/** What GitHub makes of the expressions in a step's `env`. */
function environmentOf(step: Step, inputs: Readonly<Record<string, string>>): Record<string, string> {
  const valueOf = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? ''
  return Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, input: string) => valueOf(input)),
    ]),
  )
}

/** Runs the last step as GitHub does: by bash with these options, in the workspace, the action checked out elsewhere. */
async function run(t: Test, inputs: Readonly<Record<string, string>>, files = {}) {
  const workspace = t.testdir({ '.git': {}, ...files })
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const env = { PATH: path, GITHUB_ACTION_PATH: root, ...environmentOf(lint, inputs) }
  const options = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', lint.run ?? '']
  const shell = spawn('bash', options, { cwd: workspace, env })
  let printed = ''
  for (const stream of [shell.stdout, shell.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const [code] = (await once(shell, 'close')) as [number | null]
  const read = (file: string): unknown => JSON.parse(readFileSync(join(workspace, file), 'utf8'))
  return { code, printed, read, has: (file: string) => existsSync(join(workspace, file)) }
}

const cases: readonly { name: string; inputs: Record<string, string>; files?: object; code: number; says: RegExp }[] = [
  { name: 'several paths, one a line', inputs: { paths: `\n  ${fine}\n${refused}\n` }, code: 1, says: /in 4 files/ },
  {
    name: 'a path with a blank and what a shell would run',
    inputs: { paths: 'a $(touch x) b' },
    files: { 'a $(touch x) b': { 'a.yaml': readFileSync(refused, 'utf8') } },
    code: 1,
    says: /^a \$\(touch x\) b\/a\.yaml:8:11: error/,
  },
  {
    name: 'rules, in lines and with blanks',
    inputs: {
      paths: refused,
      rules: 'fail-over-mac-required=warning\n  no-host-network=off host-local-per-node=off\n',
    },
    code: 0,
    says: /1 warning in/,
  },
  {
    name: 'a rule that there is not',
    inputs: { paths: fine, rules: 'fail-over-mac=off' },
    code: 2,
    says: /^bond-injector lint: BOND_INJECTOR_RULE: there is no rule "fail-over-mac"/,
  },
  {
    name: 'the settings file of the repository',
    inputs: { paths: refused },
    files: { '.bond-injector.yaml': 'min-certainty: kernel' },
    code: 0,
    says: /1 file/,
  },
  {
    name: 'another settings file',
    inputs: { paths: refused, settings: 'ci.yaml' },
    files: { '.bond-injector.yaml': 'min-certainty: kernel', 'ci.yaml': 'devices: leave' },
    code: 1,
    says: /rule: fail-over-mac-required/,
  },
  {
    name: 'folders inside, and a least certainty',
    inputs: { paths: '.', recursive: 'true', 'min-certainty': 'kernel' },
    files: { a: { 'a.yaml': readFileSync(refused, 'utf8') } },
    code: 0,
    says: /in 1 file /,
  },
  { name: 'no path at all', inputs: { paths: '' }, code: 2, says: /nothing to read/ },
]
for (const { name, inputs, files, code, says } of cases) {
  t.test(`the step ends with ${code}: ${name}`, async t => {
    const result = await run(t, inputs, files)
    t.equal(result.code, code, result.printed)
    t.match(result.printed, says)
    t.notOk(result.has('x'), 'nothing of an input is run')
  })
}

t.test('findings as SARIF as well, where the report and the exit code stay', async t => {
  const { code, printed, read } = await run(t, { paths: refused, sarif: 'out put.sarif' })
  t.equal(code, 1)
  t.match(printed, /rule: fail-over-mac-required/)
  t.match(read('out put.sarif'), {
    version: '2.1.0',
    runs: [{ results: [{ ruleId: 'fail-over-mac-required', level: 'error' }] }],
  })
})

t.test('no script holds an expression, and each step has its shell', async t => {
  for (const { uses, run } of action.runs.steps) {
    t.notMatch(run ?? '', /\$\{\{/)
    t.ok(uses ?? run)
  }
  t.equal(action.runs.using, 'composite')
})

t.test('it installs what the lock file says, without scripts, on the Node that runs TypeScript', async t => {
  const [setup, install] = action.runs.steps
  t.equal(setup?.with?.['node-version'], '24')
  t.match(install?.run, 'npm ci --omit=dev --ignore-scripts')
})

t.test('the page has a row for each input, and its example gives no other', async t => {
  const page = pageOf('docs/continuous-integration.md').text
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name)
  t.same(rows, Object.keys(action.inputs))
  const example = codeBlocks(page).find(({ text }) => text.includes('OWNER/bond-injector@REF'))
  const workflow = parse(example?.text ?? '') as { jobs: { bonds: { steps: readonly Step[] } } }
  const [, ours] = workflow.jobs.bonds.steps
  t.ok(Object.keys(ours?.with ?? {}).every(name => Object.hasOwn(action.inputs, name)))
})
