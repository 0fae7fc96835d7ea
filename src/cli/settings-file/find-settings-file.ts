import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { settingsFileName } from '../../manifests/settings-file-name.ts'

/**
 * The settings file of a folder: its own, or that of the nearest folder above it within the same repository. Outside of
 * a repository only its own counts: a file that lies somewhere above, in a home for instance, was not written for it.
 */
export async function findSettingsFile(folder: string): Promise<string | undefined> {
  for (const each of await upToRepository(resolve(folder))) {
    const file = join(each, settingsFileName)
    if (await exists(file)) return file
  }
  return undefined
}

async function upToRepository(folder: string): Promise<readonly string[]> {
  const folders: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    folders.push(at)
    // A folder; in a worktree or a submodule a file.
    if (await exists(join(at, '.git'))) return folders
    if (dirname(at) === at) return [folder]
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
