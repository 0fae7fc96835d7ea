import { readFileSync } from 'node:fs'
import t from 'tap'
import type { Flags } from '../../src/cli/flag.ts'
import { checkFlags } from '../../src/cli/check-flags.ts'
import { explainFlags } from '../../src/cli/explain-flags.ts'
import { injectFlags } from '../../src/cli/inject-flags.ts'
import { lintFlags } from '../../src/cli/lint-flags.ts'
import { rulesFlags } from '../../src/cli/rules-flags.ts'
import { serveFlags } from '../../src/cli/serve-flags.ts'
import { variableOf } from '../../src/cli/given.ts'
import { bondInjector, bondInjectorHere } from './command-line.ts'

const packageJson = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

t.test('--version', async t => {
  t.same(await bondInjector(['--version']), { code: 0, stdout: `${packageJson.version}\n`, stderr: '' })
})

const helps = [
  ['--help'],
  ['-h'],
  ['serve', '--help'],
  ['serve', '-h'],
  ['serve', '--manifests', 'x', '--help'],
  ['inject', '-h'],
  ['lint', '-h'],
  ['rules', '-h'],
  ['check', '-h'],
  ['explain', '-h'],
  ['completion', '-h'],
]
for (const args of helps) {
  t.test(`${args.join(' ')}: to stdout, at most 80 columns wide, exit code 0`, async t => {
    const { code, stdout, stderr } = await bondInjectorHere(args)
    t.equal(code, 0)
    t.equal(stderr, '')
    t.match(stdout, /^(Usage: |bond-injector: )/)
    for (const line of stdout.split('\n')) t.ok(line.length <= 80, line)
  })
}

const commands: readonly { command: string; flags: Flags; variable: string }[] = [
  { command: 'serve', flags: serveFlags, variable: 'BOND_INJECTOR_OPS_LISTEN' },
  { command: 'lint', flags: lintFlags, variable: 'BOND_INJECTOR_MIN_CERTAINTY' },
  { command: 'rules', flags: rulesFlags, variable: 'BOND_INJECTOR_OUTPUT' },
  { command: 'explain', flags: explainFlags, variable: 'BOND_INJECTOR_DEFAULT_NETWORK_NAMESPACE' },
  { command: 'check', flags: checkFlags, variable: 'BOND_INJECTOR_MUTATING_WEBHOOK' },
  { command: 'inject', flags: injectFlags, variable: 'BOND_INJECTOR_DEFAULT_NETWORK_NAMESPACE' },
]
for (const { command, flags, variable } of commands) {
  t.test(`${command} --help tells every flag, its default and how to write it as a variable`, async t => {
    const { stdout } = await bondInjectorHere([command, '--help'])
    for (const [name, { short, value, fallback }] of Object.entries(flags)) {
      const written = `  --${name}${short === undefined ? '' : `, -${short}`}${value === undefined ? '' : ` ${value}`}\n`
      t.ok(stdout.includes(written), written)
      if (fallback !== undefined)
        t.ok(stdout.replaceAll(/\s+/g, ' ').includes(`Default: ${fallback}`), `${name}: ${fallback}`)
    }
    t.match(stdout, variable)
  })

  t.test(`${command}: every short name is one letter, and no two flags share it`, async t => {
    const shorts = ['h', ...Object.values(flags).flatMap(({ short }) => short ?? [])]
    for (const short of shorts) t.match(short, /^[A-Za-z]$/)
    t.equal(new Set(shorts).size, shorts.length)
  })

  t.test(`no flag of ${command} has a variable that Kubernetes sets for a Service of our name`, async t => {
    for (const name of Object.keys(flags)) t.notMatch(variableOf(name), /^BOND_INJECTOR_(PORT$|PORT_|SERVICE_)/)
  })
}

t.test('the list of commands has those that there are', async t => {
  const { stdout } = await bondInjectorHere(['--help'])
  t.match(stdout, /Commands:\n {2}serve {7}the webhook.*\n {2}inject {6}completes pods/)
  t.match(
    stdout,
    /\n {2}lint {8}says what.*\n {2}explain {5}why.*\n {2}adopt {7}shows.*\n {2}rules {7}lists.*\n {2}check {7}is this/,
  )
})

const hint = ' (bond-injector --help shows what there is)\n'
const manifests = '--manifests=none'
const wrong: readonly { args: readonly string[]; environment?: Record<string, string>; stderr: string }[] = [
  {
    args: [],
    stderr: `bond-injector: no command: expected one of serve, inject, lint, explain, adopt, rules, check, completion${hint}`,
  },
  { args: ['serv'], stderr: `bond-injector: unknown command "serv", did you mean serve?${hint}` },
  { args: ['injct'], stderr: `bond-injector: unknown command "injct", did you mean inject?${hint}` },
  { args: ['apply'], stderr: `bond-injector: unknown command "apply"${hint}` },
  {
    args: ['inject'],
    stderr:
      'bond-injector inject: nothing to read: give pods and their networks with -f FILE, -f DIR or -f - (standard input)\n',
  },
  { args: ['inject', 'pod.yaml'], stderr: 'bond-injector inject: unexpected argument "pod.yaml"\n' },
  { args: ['inject', '-f'], stderr: 'bond-injector inject: -f needs a value: -f PATH\n' },
  {
    args: ['inject', '-f', 'x', '-o', 'yml'],
    stderr: 'bond-injector inject: --output: expected yaml, json, patch or diff, found "yml"\n',
  },
  {
    args: ['lint'],
    stderr:
      'bond-injector lint: nothing to read: give networks, pods and workloads with -f FILE, -f DIR or -f - (standard input)\n',
  },
  { args: ['lint', 'nads/'], stderr: 'bond-injector lint: unexpected argument "nads/"\n' },
  {
    args: ['lint', '-f', 'x', '-o', 'yaml'],
    stderr: 'bond-injector lint: --output: expected text, json, sarif or junit, found "yaml"\n',
  },
  {
    args: ['rules', 'miimon-strng'],
    stderr: 'bond-injector rules: there is no rule "miimon-strng", did you mean miimon-string?\n',
  },
  {
    args: ['rules', 'nothing-like-it'],
    stderr: 'bond-injector rules: there is no rule "nothing-like-it"; rules without an ID lists all\n',
  },
  {
    args: ['rules', 'miimon-string', 'mode-known'],
    stderr: 'bond-injector rules: unexpected argument "mode-known"\n',
  },
  { args: ['--verison'], stderr: `bond-injector: unknown flag --verison, did you mean --version?${hint}` },
  { args: ['--listen', ':1', 'serve'], stderr: `bond-injector: unknown flag --listen; a command comes first${hint}` },
  {
    args: ['serve', '--manifest', 'x'],
    stderr: 'bond-injector serve: unknown flag --manifest, did you mean --manifests?\n',
  },
  { args: ['serve', 'examples'], stderr: 'bond-injector serve: unexpected argument "examples"\n' },
  {
    args: ['serve', manifests, '--listen', '8443'],
    stderr: 'bond-injector serve: --listen: expected HOST:PORT, such as 127.0.0.1:8443 or [::]:8443, found "8443"\n',
  },
  {
    args: ['serve', manifests],
    environment: { BOND_INJECTOR_DEVICES: 'remove' },
    stderr: 'bond-injector serve: BOND_INJECTOR_DEVICES: expected add or leave, found "remove"\n',
  },
  {
    args: ['serve', manifests, '--tls-cert', 'a'],
    stderr: 'bond-injector serve: --tls-cert is given without --tls-key\n',
  },
  {
    args: ['serve', manifests, '--tls-key', 'a'],
    stderr: 'bond-injector serve: --tls-key is given without --tls-cert\n',
  },
  {
    args: ['serve', manifests, '--tls-key=a', '--tls-cert=b', '--ca-out=c'],
    stderr:
      'bond-injector serve: --ca-out excludes --tls-cert: it writes the authority of the certificate that the program makes itself\n',
  },
  {
    args: ['serve', manifests, '--tls-key=a', '--tls-cert=b', '--tls-name=c'],
    stderr:
      'bond-injector serve: --tls-name excludes --tls-cert: it adds names to the certificate that the program makes itself\n',
  },
  {
    args: ['serve', manifests, '--tls-name=a b'],
    stderr: 'bond-injector serve: --tls-name: expected a DNS name or an IP address, found "a b"\n',
  },
  {
    args: ['serve', manifests, '--namespace=Demo'],
    stderr:
      'bond-injector serve: --namespace: expected the name of a namespace (lower case letters, digits and -), found "Demo"\n',
  },
  {
    args: ['serve', manifests, '--rule=links-by-discovry=off'],
    stderr: 'bond-injector serve: --rule: there is no rule "links-by-discovry", did you mean links-by-discovery?\n',
  },
  {
    args: ['serve', manifests],
    environment: { BOND_INJECTOR_RULE: 'links-by-discovery=off,links-by-discovery' },
    stderr:
      'bond-injector serve: BOND_INJECTOR_RULE: expected ID=off, ID=warning or ID=error, found "links-by-discovery"\n',
  },
]
for (const { args, environment = {}, stderr } of wrong) {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value} `)
  t.test(`one sentence and exit code 2: ${variables.join('')}bond-injector ${args.join(' ')}`, async t => {
    t.same(await bondInjectorHere(args, environment), { code: 2, stdout: '', stderr })
  })
}

t.test('as a process: wrong use is exit code 2, with the sentence on stderr', async t => {
  const stderr = `bond-injector: no command: expected one of serve, inject, lint, explain, adopt, rules, check, completion${hint}`
  t.same(await bondInjector([]), { code: 2, stdout: '', stderr })
})

t.test('neither a cluster nor manifests', async t => {
  const stderr = 'bond-injector serve: no cluster is configured: give --kubeconfig FILE, or --manifests DIR\n'
  // A home of its own: whoever runs this may have a cluster.
  t.match(await bondInjector(['serve'], { HOME: t.testdir() }), { code: 2, stderr })
})

t.test('a defect of ours is exit code 3, and says so', async t => {
  const defect = "process.stdout.write=()=>{throw(new(Error)('boom'))}"
  const environment = { NODE_OPTIONS: `--import=data:text/javascript,${defect}` }
  const { code, stderr } = await bondInjector(['--version'], environment)
  t.equal(code, 3)
  t.match(stderr, /^bond-injector: internal error: Error: boom\n/)
})
