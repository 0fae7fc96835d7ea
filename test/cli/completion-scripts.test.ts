import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { bondInjectorHere } from './command-line.ts'

// The scripts in the shells themselves, as far as they are installed here.

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')
const home = t.testdir({ 'a pod.yaml': '', 'net.yaml': '' })
const program = join(home, 'bond-injector')
writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`)
chmodSync(program, 0o755)

function run(shell: string, args: readonly string[]): string {
  const env = { PATH: `${home}:${process.env['PATH'] ?? ''}`, HOME: home, TERM: 'dumb' }
  const { stdout, stderr, error } = spawnSync(shell, args, { cwd: home, env, encoding: 'utf8' })
  if (error) throw error
  return stdout + stderr
}

const isInstalled = (shell: string) => spawnSync(shell, ['--version']).error === undefined
const scriptOf = async (shell: string) => (await bondInjectorHere(['completion', shell])).stdout

/** What bash would show: it fills COMP_WORDS, calls the function that is registered, and reads COMPREPLY. */
async function inBash(words: readonly string[]): Promise<readonly string[]> {
  const quoted = words.map(word => `'${word}'`).join(' ')
  const lines = [
    await scriptOf('bash'),
    `COMP_WORDS=(bond-injector ${quoted})`,
    'COMP_CWORD=$((${#COMP_WORDS[@]} - 1))',
    'set -- $(complete -p bond-injector); "$3"',
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ]
  const file = join(home, 'script.bash')
  writeFileSync(file, lines.join('\n'))
  return run('bash', ['--norc', file]).trimEnd().split('\n')
}

const cases: readonly { words: readonly string[]; wanted: readonly string[] }[] = [
  { words: ['in'], wanted: ['inject'] },
  { words: ['lint', '--min'], wanted: ['--min-certainty'] },
  { words: ['lint', '-o', 'j'], wanted: ['json', 'junit'] },
  { words: ['lint', '--output', '=', 'j'], wanted: ['json', 'junit'] },
  { words: ['lint', '-f', 'a'], wanted: ['a pod.yaml'] },
  { words: ['explain', 'po'], wanted: ['pod/'] },
  { words: ['lint', ''], wanted: [''] },
]
for (const { words, wanted } of cases) {
  t.test(`bash: ${words.join(' ')}`, { skip: !isInstalled('bash') && 'no bash here' }, async t =>
    t.strictSame(await inBash(words), wanted),
  )
}

t.test('fish: what it would show', { skip: !isInstalled('fish') && 'no fish here' }, async t => {
  writeFileSync(join(home, 'script.fish'), await scriptOf('fish'))
  const shown = run('fish', ['--no-config', '-c', `source script.fish; complete -C 'bond-injector lint -o j'`])
  t.strictSame(shown.trimEnd().split('\n'), ['json', 'junit'])
})

for (const shell of ['bash', 'zsh', 'fish']) {
  t.test(`${shell} takes the script without a word`, { skip: !isInstalled(shell) && `no ${shell} here` }, async t => {
    const file = join(home, `script.${shell}`)
    writeFileSync(file, await scriptOf(shell))
    t.equal(run(shell, ['-n', file]), '')
  })
}
