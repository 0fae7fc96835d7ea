import t from 'tap'
import { commands } from '../../src/cli/commands.ts'
import { complete } from '../../src/cli/complete.ts'
import { bondInjectorHere } from './command-line.ts'

/** The candidates without their help, and the directive. */
function completed(...words: readonly string[]): readonly string[] {
  const lines = complete(commands, words).trimEnd().split('\n')
  return lines.map(line => line.replace(/\t.*/, ''))
}

const cases: readonly { name: string; words: readonly string[]; wanted: readonly string[] }[] = [
  { name: 'a command', words: ['l'], wanted: ['lint', ':4'] },
  { name: 'a flag of the program', words: ['--v'], wanted: ['--version', ':4'] },
  { name: 'a flag', words: ['lint', '--min'], wanted: ['--min-certainty', ':4'] },
  { name: 'a value', words: ['lint', '--output', 's'], wanted: ['sarif', ':4'] },
  { name: 'a value behind one letter', words: ['inject', '-o', ''], wanted: ['yaml', 'json', 'patch', 'diff', ':4'] },
  { name: 'a value behind =', words: ['lint', '--output=j'], wanted: ['--output=json', '--output=junit', ':4'] },
  {
    name: 'a value behind = as bash takes it apart',
    words: ['lint', '--output', '=', 'j'],
    wanted: ['json', 'junit', ':4'],
  },
  {
    name: 'nothing behind = as bash takes it apart',
    words: ['rules', '--output', '='],
    wanted: ['text', 'json', 'markdown', ':4'],
  },
  { name: 'a file', words: ['lint', '-f', 'x'], wanted: [':0'] },
  { name: 'a kubeconfig', words: ['lint', '--kubeconfig', ''], wanted: [':0'] },
  { name: 'a rule of --rule', words: ['lint', '--rule', 'links-by'], wanted: ['links-by-discovery=', ':2'] },
  { name: 'a value that nobody knows', words: ['lint', '-n', ''], wanted: [':4'] },
  { name: 'the argument of rules', words: ['rules', 'miimon-str'], wanted: ['miimon-string', ':4'] },
  { name: 'the argument of explain', words: ['explain', 'dep'], wanted: ['deployment/', ':2'] },
  { name: 'the argument of completion', words: ['completion', ''], wanted: ['bash', 'zsh', 'fish', ':4'] },
  { name: 'behind a flag without a value', words: ['explain', '-R', 'po'], wanted: ['pod/', ':2'] },
  { name: 'behind a value', words: ['lint', '-o', 'json', '--dev'], wanted: ['--devices', ':4'] },
  { name: 'an unknown command', words: ['lnt', ''], wanted: [':4'] },
  { name: 'no argument is taken', words: ['lint', ''], wanted: [':4'] },
]
for (const { name, words, wanted } of cases) {
  t.test(`${name}: ${words.join(' ')}`, async t => t.strictSame(completed(...words), wanted))
}

t.test('every command, and every flag of it', async t => {
  t.strictSame(completed(''), [...commands.map(command => command.name), '--help', '--version', ':4'])
  for (const { name, flags } of commands) {
    t.strictSame(completed(name, '-'), [...Object.keys(flags).map(flag => `--${flag}`), '--help', ':4'], name)
  }
})

t.test('help stands in one line behind a tab', async t => {
  for (const { name } of commands) {
    for (const line of complete(commands, [name, '--']).trimEnd().split('\n'))
      t.match(line, /^(--[a-z-]+(\t[^\t]+)?|:4)$/)
  }
})

t.test('the program answers scripts, and tells nobody else', async t => {
  t.match(await bondInjectorHere(['__complete', 'ser']), {
    code: 0,
    stdout: 'serve\tthe webhook: completes labelled pods, or refuses them\n:4\n',
  })
  t.notMatch((await bondInjectorHere(['--help'])).stdout, '__complete')
})

const wrong: readonly [args: readonly string[], found: string][] = [
  [[], 'nothing'],
  [['tcsh'], '"tcsh"'],
]
for (const [args, found] of wrong) {
  t.test(`no shell of ours: ${found}`, async t => {
    const stderr = `bond-injector completion: expected bash, zsh, fish, found ${found}\n`
    t.same(await bondInjectorHere(['completion', ...args]), { code: 2, stdout: '', stderr })
  })
}
