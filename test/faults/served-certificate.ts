import { X509Certificate } from 'node:crypto'
import { until } from '../cluster/until.ts'
import type { Scene } from './fault.ts'
import { readSecret } from './stored-secret.ts'

const served = 'bond_injector_certificate_not_after_timestamp_seconds'

/** Waits until the Secret holds another certificate than this one, and every replica serves that. Returns it. */
export async function untilServedAnew(scene: Scene, old: string): Promise<X509Certificate> {
  const fresh = await until('a new certificate is in the Secret', async () => {
    const { 'tls.crt': current = '' } = await readSecret(scene)
    return current !== '' && current !== old && new X509Certificate(current)
  })
  const notAfter = Date.parse(fresh.validTo) / 1000
  await until('every replica serves it', async () => {
    const ends = await Promise.all(scene.fleet.replicas.map(one => one.metric(served, 'certificate="served"')))
    return ends.every(end => end === notAfter)
  })
  return fresh
}
