import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Size {
  /** MiB. */
  readonly plain: number
  /** MiB, as a registry keeps it. */
  readonly compressed: number
}

/** What the image holds of ours: all modules beside the program. */
export function bundleSize(program: string): Size {
  const folder = dirname(program)
  const files = globSync('*.mjs', { cwd: folder }).map(file => readFileSync(join(folder, file)))
  return { plain: mebibytes(files), compressed: mebibytes([gzipSync(Buffer.concat(files))]) }
}

function mebibytes(files: readonly Buffer[]): number {
  return files.reduce((sum, { length }) => sum + length, 0) / 2 ** 20
}
