/**
 * Why a file could not be read or written, for a sentence that names it already: of
 * `ENOENT: no such file or directory, open '...'` the middle.
 */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/, \w+( '.*')?$/, '').replace(/^E[A-Z]+: /, '')
}
