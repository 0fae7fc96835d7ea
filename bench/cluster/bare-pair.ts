import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeAuthority } from '../../src/certs/authority.ts'
import { localNames } from '../../src/certs/server-name.ts'

/** Files of PEM, and what clients must trust to trust them. */
export interface BarePair {
  readonly cert: string
  readonly key: string
  /** PEM itself. */
  readonly authority: string
}

/** A pair of the kind that ours makes for itself. */
export async function writePair(folder: string): Promise<BarePair> {
  const now = new Date()
  const authority = await makeAuthority(now)
  const pair = await authority.issue(localNames, now)
  const [cert, key] = [join(folder, 'tls.crt'), join(folder, 'tls.key')]
  writeFileSync(cert, pair.cert)
  writeFileSync(key, pair.key, { mode: 0o600 })
  return { cert, key, authority: authority.cert }
}
