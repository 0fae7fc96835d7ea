import { execFileSync } from 'node:child_process'

/** The software bill of materials of what is installed for production, as JSON. Needs no network. */
export function npmSbom(format: 'cyclonedx' | 'spdx'): string {
  const args = ['sbom', '--omit', 'dev', '--sbom-format', format]
  return execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}
