import { keptAuthority, type Authority } from '../../src/certs/authority.ts'
import { readBundle } from '../../src/certs/bundle.ts'
import { memberOf } from '../cluster/json-member.ts'
import type { Scene } from './fault.ts'

type SecretText = Readonly<Record<string, string>>

/** What the Secret of the replicas holds, decoded. */
export async function readSecret({ plane, site }: Scene): Promise<SecretText> {
  const { body } = await plane.request(site.secretPath)
  const data = memberOf(JSON.parse(body), 'data')
  const entries = new Map<string, unknown>(Object.entries(data ?? {}))
  return Object.fromEntries([...entries].map(([key, value]) => [key, Buffer.from(String(value), 'base64').toString()]))
}

/** Writes these keys, as another replica would do it; the other ones stay. */
export async function writeSecret({ plane, site }: Scene, text: SecretText): Promise<void> {
  const data = Object.entries(text).map(([key, value]) => [key, Buffer.from(value).toString('base64')] as const)
  const patch = JSON.stringify({ data: Object.fromEntries(data) })
  const answer = await plane.kubectl(['patch', 'secret', '-n', site.namespace, secretName(site.secret), '-p', patch])
  if (answer.code !== 0) throw new Error(`the Secret could not be written: ${answer.stderr}`)
}

/** The authority that signs now. */
export function signingAuthority(secret: SecretText): Authority {
  const authority = keptAuthority(readBundle(secret['ca.crt'] ?? '').certificates, secret['ca.key'] ?? '')
  if (!authority) throw new Error('the Secret holds no authority')
  return authority
}

function secretName(secret: string): string {
  return secret.slice(secret.indexOf('/') + 1)
}
