import type { Fault } from './fault.ts'
import { untilServedAnew } from './served-certificate.ts'
import { readSecret, signingAuthority, writeSecret } from './stored-secret.ts'

const day = 24 * 60 * 60 * 1000
/** More than two thirds of its 90 days. */
const age = 61 * day

export const leafRenewal: Fault = {
  name: 'certificate renewed',
  happens: 'the certificate in the Secret is made 61 days old, so that one replica makes the next one and all serve it',
  async inject(scene) {
    const secret = await readSecret(scene)
    const old = await signingAuthority(secret).issue(['127.0.0.1'], new Date(Date.now() - age))
    const begin = performance.now()
    await writeSecret(scene, { 'tls.crt': old.cert, 'tls.key': old.key })
    await untilServedAnew(scene, old.cert)
    return { notes: [`served by all replicas ${((performance.now() - begin) / 1000).toFixed(1)} s later`] }
  },
}
