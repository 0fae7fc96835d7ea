import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { decodeText } from '../manifests/decode-text.ts'
import type { FixedFile } from '../manifests/fix/fix-manifests.ts'
import { fileProblem, type ManifestProblem } from '../manifests/manifest-problem.ts'

/**
 * Puts the new text of a file in the place of the old one, at once: whoever reads the file meets one or the other, also
 * when the power fails in between. A link stays one, and mode and encoding stay.
 *
 * @returns what kept it from being written; the file is as it was then
 */
export async function writeFixed(fixed: FixedFile): Promise<ManifestProblem | undefined> {
  try {
    const refusal = await replace(fixed)
    return refusal && notWritten(fixed.file, refusal.reason, refusal.fix)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return notWritten(fixed.file, reasons[code] ?? String(error), 'Check the file and its folder')
  }
}

interface Refusal {
  readonly reason: string
  readonly fix: string
}

async function replace({ file, before, after }: FixedFile): Promise<Refusal | undefined> {
  const target = await realpath(file)
  const info = await stat(target)
  if (!info.isFile()) return { reason: 'it is no ordinary file', fix: 'Give a file, or - for standard input' }
  // A rename would ask the folder only.
  if ((info.mode & 0o222) === 0)
    return { reason: 'it is read-only', fix: 'Make it writable, or show the fixes with --diff' }
  await access(target, constants.W_OK)
  const bytes = await readFile(target)
  const found = decodeText(bytes)
  if (found.kind === 'text' && found.text === after) return undefined
  if (found.kind !== 'text' || found.text !== before)
    return { reason: 'it has changed since it was read', fix: 'Run it again' }
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(encoded(after, bytes))
    // Another owner's file can be ours to write, and not ours to give back.
    await handle.chown(info.uid, info.gid).catch(() => undefined)
    await handle.chmod(info.mode & 0o7777)
    await handle.sync()
    await handle.close()
    await rename(temporary, target)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await unlink(temporary).catch(() => undefined)
    throw error
  }
  return undefined
}

/** In the encoding that the file has. */
function encoded(text: string, [first, second]: Uint8Array): Uint8Array {
  if (first === 0xff && second === 0xfe) return Buffer.from(text, 'utf16le')
  if (first === 0xfe && second === 0xff) return Buffer.from(text, 'utf16le').swap16()
  return Buffer.from(text)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is gone',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
}

function notWritten(file: string, reason: string, fix: string): ManifestProblem {
  return fileProblem(file, 'unreadable', `the fixes were not written: ${reason}`, fix)
}
