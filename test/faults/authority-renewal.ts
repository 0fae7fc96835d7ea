import { X509Certificate } from 'node:crypto'
import { makeAuthority } from '../../src/certs/authority.ts'
import { memberOf } from '../cluster/json-member.ts'
import type { Fault, Scene } from './fault.ts'
import { untilServedAnew } from './served-certificate.ts'
import { readSecret, writeSecret } from './stored-secret.ts'

const day = 24 * 60 * 60 * 1000
const life = 5 * 365 * day

export const authorityRenewal: Fault = {
  name: 'authority renewed',
  happens:
    'the Secret gets an authority that ends in 80 days, its certificate past two thirds, and the next authority, made two hours ago: the next one signs from now on',
  async inject(scene) {
    const now = Date.now()
    const ending = await makeAuthority(new Date(now - life + 80 * day))
    const next = await makeAuthority(new Date(now - day / 12))
    const leaf = await ending.issue(['127.0.0.1'], new Date(now - 61 * day))
    const before = await readSecret(scene)
    const begin = performance.now()
    await writeSecret(scene, {
      'ca.crt': `${ending.cert}${next.cert}${before['ca.crt'] ?? ''}`,
      'ca.key': ending.key,
      'next-ca.key': next.key,
      'tls.crt': leaf.cert,
      'tls.key': leaf.key,
    })
    const served = await untilServedAnew(scene, leaf.cert)
    if (!served.verify(new X509Certificate(next.cert).publicKey)) throw new Error('the next authority did not sign it')
    if (!(await caBundle(scene)).includes(next.cert.trim())) throw new Error('the caBundle lacks the next authority')
    return { notes: [`served by all replicas ${((performance.now() - begin) / 1000).toFixed(1)} s later`] }
  },
}

async function caBundle({ plane, site }: Scene): Promise<string> {
  const { body } = await plane.request(site.configurationPath)
  const base64 = memberOf(JSON.parse(body), 'webhooks', 0, 'clientConfig', 'caBundle')
  return Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64').toString()
}
