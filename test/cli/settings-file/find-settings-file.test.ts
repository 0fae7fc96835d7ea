import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import t from 'tap'
import { findSettingsFile } from '../../../src/cli/settings-file/find-settings-file.ts'

const name = '.bond-injector.yaml'

/** Outside of the repository in which these tests run. */
const root = mkdtempSync(join(tmpdir(), 'find-settings-'))
t.teardown(() => {
  rmSync(root, { recursive: true })
})

const cases: readonly { name: string; files: readonly string[]; from: string; found: string | undefined }[] = [
  { name: 'none anywhere', files: ['repo/.git/HEAD'], from: 'repo', found: undefined },
  { name: 'in the folder itself, in a repository', files: ['.git/HEAD', name], from: '.', found: name },
  { name: 'at the root of the repository', files: ['.git/HEAD', name], from: 'a/b/c', found: name },
  { name: 'the nearest one counts', files: ['.git/HEAD', name, `a/${name}`], from: 'a/b', found: `a/${name}` },
  { name: 'not one of a folder beside', files: ['.git/HEAD', `b/${name}`], from: 'a', found: undefined },
  { name: 'nor of one below', files: ['.git/HEAD', `a/${name}`], from: '.', found: undefined },
  { name: 'never above the root', files: [name, 'repo/.git/HEAD'], from: 'repo/a', found: undefined },
  {
    name: 'a worktree or submodule ends where its file .git is',
    files: [name, 'tree/.git'],
    from: 'tree/a',
    found: undefined,
  },
  {
    name: 'a repository inside another is one of its own',
    files: ['.git/HEAD', name, 'in/.git/HEAD'],
    from: 'in/a',
    found: undefined,
  },
  { name: 'without a repository, in the folder itself', files: [name], from: '.', found: name },
  { name: 'without a repository, not above', files: [name], from: 'a', found: undefined },
  {
    name: 'no other name',
    files: ['.git/HEAD', '.bond-injector.yml', 'bond-injector.yaml'],
    from: '.',
    found: undefined,
  },
]
for (const [index, { name, files, from, found }] of cases.entries()) {
  t.test(name, async t => {
    const folder = join(root, String(index))
    mkdirSync(join(folder, from), { recursive: true })
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), '')
    }
    t.equal(await findSettingsFile(join(folder, from)), found && join(folder, found))
  })
}
