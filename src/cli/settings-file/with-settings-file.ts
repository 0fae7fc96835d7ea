import { relative, resolve } from 'node:path'
import type { Flags } from '../flag.ts'
import type { Given } from '../given.ts'
import { findSettingsFile } from './find-settings-file.ts'
import type { SettingsFileReading } from './read-settings-file.ts'

/**
 * Puts what a settings file says behind what was given. Only for commands with a flag `settings`; of those, `settings`
 * names the file that was read, or is not given.
 *
 * @param folder where the command runs
 */
export async function withSettingsFile(
  flags: Flags,
  given: ReadonlyMap<string, Given>,
  folder: string,
): Promise<SettingsFileReading> {
  if (!Object.hasOwn(flags, 'settings')) return { kind: 'given', given }
  const named = given.get('settings')
  const file = named ? named.texts[0] : await foundFrom(folder)
  const others = new Map([...given].filter(([name]) => name !== 'settings'))
  if (file === undefined || file === 'off') return { kind: 'given', given: others }
  const reading = await openSettingsFile(folder, file, named?.origin)
  if (reading.kind === 'wrong') return reading
  const origin = named?.origin ?? file
  return { kind: 'given', given: merged(flags, others, reading.given).set('settings', { origin, texts: [file] }) }
}

async function foundFrom(folder: string): Promise<string | undefined> {
  const found = await findSettingsFile(folder)
  return found === undefined ? undefined : relative(folder, found)
}

/** What reads YAML is imported only where there is any. */
async function openSettingsFile(folder: string, file: string, origin?: string): Promise<SettingsFileReading> {
  const { readManifestFiles } = await import('../../manifests/manifest-files.ts')
  const { readSettingsFile } = await import('./read-settings-file.ts')
  const path = resolve(folder, file)
  const { files, problems } = await readManifestFiles({ paths: [path] })
  // Of a directory it would be the files inside.
  const content = files.find(one => one.file === path)
  if (content) return readSettingsFile(file, content.text)
  const problem = problems.find(one => one.file === path)?.message ?? 'is no file'
  return { kind: 'wrong', problems: [`${origin === undefined ? '' : `${origin} `}${file}: ${problem}`] }
}

/** A flag or variable wins. Of one that repeats every value is a setting by itself, and of several the last counts. */
function merged(
  flags: Flags,
  given: ReadonlyMap<string, Given>,
  fromFile: ReadonlyMap<string, Given>,
): Map<string, Given> {
  const all = new Map(given)
  for (const [name, behind] of fromFile) {
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
    if (!flag) continue
    const first = given.get(name)
    if (!first) all.set(name, behind)
    else if (flag.repeats) all.set(name, { origin: first.origin, texts: [...behind.texts, ...first.texts] })
  }
  return all
}
