import { createReadStream, watch } from 'node:fs'
import type { FSWatcher } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { decodeText } from './decode-text.ts'
import { fileProblem } from './manifest-problem.ts'
import type { ManifestProblem } from './manifest-problem.ts'
import { settingsFileName } from './settings-file-name.ts'

// The one file of this folder that knows the file system.

export interface ManifestFile {
  /** Its path as it was given or found; `stdin` for standard input. */
  readonly file: string
  readonly text: string
}

export interface ManifestFiles {
  readonly files: readonly ManifestFile[]
  /** What could not be read; the rest is in `files` all the same. */
  readonly problems: readonly ManifestProblem[]
  /** Why the policies behind the networks are not among the files, where it is not that nobody gave them. */
  readonly policiesUnread?: string
}

export interface Selection {
  /** Files, directories, and `-` for standard input. */
  readonly paths: readonly string[]
  /** Also what is in directories inside the directories. Links to directories are not followed there, as with kubectl. */
  readonly recursive?: boolean
  /** Default: the process's own. */
  readonly stdin?: AsyncIterable<Uint8Array | string>
}

/** No manifest is that large; a wrong path is. */
export const sizeLimit = 32 * 2 ** 20

/** Reads files, all `.yaml`, `.yml` and `.json` files of directories, and standard input, in the order of kubectl. */
export async function readManifestFiles(selection: Selection): Promise<ManifestFiles> {
  const { entries, problems } = await find(selection)
  const files: ManifestFile[] = []
  for (const file of entries) {
    const found =
      file === '-' ? await read('stdin', selection.stdin ?? process.stdin) : await read(file, createReadStream(file))
    if ('message' in found) problems.push(found)
    else files.push(found)
  }
  return { files, problems }
}

/** Differs whenever a file was added, removed, replaced or written since. Standard input does not count. */
export async function fingerprintOf(selection: Selection): Promise<string> {
  const { entries, problems } = await find(selection)
  const prints = entries.map(async file => {
    const found = await stat(file).catch(() => undefined)
    return `${file} ${found?.ino ?? '-'} ${found?.size ?? '-'} ${found?.mtimeMs ?? '-'}`
  })
  return [...(await Promise.all(prints)), ...problems.map(({ file, message }) => `${file} ${message}`)].join('\n')
}

/**
 * Calls back when something happens to what a selection names, until closed; does not keep the process alive. Beside a
 * path its directory is watched, since editors replace files and Kubernetes swaps the link `..data` beside them. What
 * cannot be watched is left to polling.
 */
export function watchFiles({ paths, recursive = false }: Selection, onEvent: () => void): { close(): void } {
  const watchers: FSWatcher[] = []
  const start = (path: string, deep: boolean, concerns: (name: string) => boolean) => {
    try {
      const watcher = watch(path, { persistent: false, recursive: deep }, (_, name) => {
        if (name === null || concerns(name)) onEvent()
      })
      watchers.push(watcher.on('error', onEvent))
    } catch {
      // Gone, or no watches left.
    }
  }
  for (const path of paths.filter(path => path !== '-')) {
    start(path, recursive, () => true)
    start(dirname(path), false, name => name === basename(path) || name.startsWith('..'))
  }
  return {
    close: () => {
      for (const watcher of watchers) watcher.close()
    },
  }
}

interface Found {
  readonly entries: string[]
  readonly problems: ManifestProblem[]
}

async function find({ paths, recursive = false }: Selection): Promise<Found> {
  const found: Found = { entries: [], problems: [] }
  for (const path of new Set(paths)) {
    const before = found.entries.length + found.problems.length
    if (path !== '-' && (await stat(path).catch(() => undefined))?.isDirectory() === true) {
      await list(path, recursive, found)
      if (found.entries.length + found.problems.length === before) found.problems.push(emptyDirectory(path, recursive))
    } else found.entries.push(path)
  }
  return found
}

async function list(directory: string, recursive: boolean, found: Found): Promise<void> {
  try {
    const entries = await readdir(directory, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      // Kubernetes keeps the files of a volume in a directory ..data, with links to them beside it.
      if (entry.name.startsWith('..') || entry.name === settingsFileName) continue
      const path = join(directory, entry.name)
      if (entry.isDirectory()) {
        if (recursive) await list(path, recursive, found)
      } else if (/\.(?:yaml|yml|json)$/.test(entry.name)) found.entries.push(path)
    }
  } catch (error) {
    found.problems.push(await unreadable(directory, error))
  }
}

async function read(file: string, source: AsyncIterable<Uint8Array | string>): Promise<ManifestFile | ManifestProblem> {
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of source) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      size += bytes.length
      if (size > sizeLimit)
        return fileProblem(file, 'unreadable', 'is larger than 32 MiB, the most that is read', 'Give a manifest')
      chunks.push(bytes)
    }
    return fromBytes(file, Buffer.concat(chunks))
  } catch (error) {
    return unreadable(file, error)
  }
}

function fromBytes(file: string, bytes: Uint8Array): ManifestFile | ManifestProblem {
  const decoded = decodeText(bytes)
  switch (decoded.kind) {
    case 'text':
      return { file, text: decoded.text }
    case 'binary':
      return fileProblem(file, 'unreadable', 'is no text', 'Give a manifest in YAML or JSON')
    case 'not-utf-8': {
      const problem = fileProblem(file, 'unreadable', 'this line is not UTF-8', 'Save the file in UTF-8')
      return { ...problem, line: decoded.line, column: 1 }
    }
  }
}

function emptyDirectory(directory: string, recursive: boolean): ManifestProblem {
  const message = 'the directory has no .yaml, .yml or .json file'
  return fileProblem(
    directory,
    'no-manifest',
    message,
    recursive ? 'Give another path' : 'Give another path, or look into its directories with -R',
  )
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read: permission denied',
  EPERM: 'may not be read: operation not permitted',
  ELOOP: 'is a link that leads in a circle',
  EISDIR: 'is a directory',
  ENOTDIR: 'does not exist: a part of its path is no directory',
  EMFILE: 'cannot be read: this process has too many files open',
}

async function unreadable(file: string, error: unknown): Promise<ManifestProblem> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const dangling = code === 'ENOENT' && (await lstat(file).catch(() => undefined))?.isSymbolicLink() === true
  const reason = dangling ? 'is a link that leads nowhere' : (reasons[code] ?? `cannot be read: ${String(error)}`)
  const url = /^https?:\/\//.test(file)
  return fileProblem(
    file,
    'unreadable',
    url ? 'addresses are not read' : reason,
    url ? 'Download it first' : 'Check the path',
  )
}
