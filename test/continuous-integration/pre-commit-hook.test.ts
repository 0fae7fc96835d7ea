import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { codeBlocks, pageOf, root } from '../scripts/markdown.ts'

interface Hook {
  readonly id: string
  readonly language: string
  readonly entry: string
  readonly files: string
  readonly pass_filenames: boolean
}

const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[]
const [hook] = hooks
const env = { ...process.env, PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) }

/**
 * What pre-commit does with `language: node` (its languages/node.py) after `npm install`: it packs the clone, and takes
 * all that npm pack prints for the name of the file.
 */
function packed(folder: string) {
  for (const name of ['src', 'scripts', 'node_modules']) symlinkSync(join(root, name), join(folder, name))
  for (const name of ['package.json', '.npmrc', 'LICENSE']) copyFileSync(join(root, name), join(folder, name))
  return spawnSync('npm', ['pack'], { cwd: folder, env, encoding: 'utf8' })
}

t.test('what pre-commit packs of a clone is built, and runs', async t => {
  const folder = t.testdir({ dist: {} })
  const { status, stdout, stderr } = packed(folder)
  t.equal(status, 0, stderr)
  t.match(stdout, /^bond-injector-\d+\.\d+\.\d+\.tgz\n$/, 'one line: the name')
  spawnSync('tar', ['-xzf', stdout.trim()], { cwd: folder })
  const [program = '', ...args] = hook?.entry.split(' ') ?? []
  const { bin } = JSON.parse(readFileSync(join(folder, 'package', 'package.json'), 'utf8')) as {
    bin: Record<string, string>
  }
  const file = join(folder, 'package', bin[program] ?? '')
  const networks = join(root, 'examples', 'openshift')
  const ended = spawnSync(process.execPath, [file, ...args, '-f', networks], { env, encoding: 'utf8' })
  t.equal(ended.status, 0, ended.stderr)
  t.match(ended.stdout, /in 3 files \(3 networks/)
})

t.test('it runs for the files that lint reads, and judges what its arguments name', async t => {
  t.match(hook, { language: 'node', pass_filenames: false })
  const concerned = new RegExp(hook?.files ?? '')
  for (const file of ['a.yaml', 'a/b.yml', 'a.json']) t.match(file, concerned)
  for (const file of ['a.md', 'yaml', 'a.yaml.bak', 'a.jsonl']) t.notMatch(file, concerned)
})

t.test('the page uses a hook that there is', async t => {
  const page = pageOf('docs/continuous-integration.md').text
  const example = codeBlocks(page).find(({ text }) => text.startsWith('repos:'))
  const { repos } = parse(example?.text ?? '') as { repos: readonly { hooks: readonly { id: string }[] }[] }
  t.same(
    repos.flatMap(repo => repo.hooks.map(({ id }) => id)),
    hooks.map(({ id }) => id),
  )
})
