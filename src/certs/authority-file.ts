import { rename, rm, writeFile } from 'node:fs/promises'

/**
 * Writes the authority for clients to read. Whoever waits for the file never sees half of it: it is renamed into place.
 *
 * @throws what the file system says, with the reason in its message
 */
export async function writeAuthority(file: string, pem: string): Promise<void> {
  const half = `${file}.${process.pid}.tmp`
  try {
    await writeFile(half, pem, { mode: 0o644 })
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}
