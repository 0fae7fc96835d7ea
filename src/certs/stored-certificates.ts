import type { X509Certificate } from 'node:crypto'
import { authorityName, keptAuthority, type Authority } from './authority.ts'
import { isTrusted, readBundle, writeBundle } from './bundle.ts'
import { readPair, type Pair } from './pair.ts'

/** What a Secret holds, by the names of its keys. */
export type SecretData = Readonly<Record<string, string>>

/** What the replicas share: as much of it as is there and belongs together. */
export interface StoredCertificates {
  /** All that clients must trust: the signing authority, the next one and those that still end by themselves. */
  readonly trusted: readonly X509Certificate[]
  /** Signs the next serving certificate. */
  readonly signing: Authority | undefined
  /** Takes over from it, once clients have known it for long. */
  readonly next: Authority | undefined
  readonly pair: Pair | undefined
}

export type StoredReading =
  /** `problems` says what is wrong with it, in sentences without key material; an empty Secret has none. */
  | { readonly kind: 'ours'; readonly stored: StoredCertificates; readonly problems: readonly string[] }
  /** Somebody else's certificates: not ours to overwrite. */
  | { readonly kind: 'foreign'; readonly problem: string }

/** The names under which Kubernetes, cert-manager and others keep the same; the last one is ours alone. */
const keys = { cert: 'tls.crt', key: 'tls.key', trusted: 'ca.crt', signing: 'ca.key', next: 'next-ca.key' } as const

/** Reads what a replica wrote, or what somebody has made of it since. */
export function readStored(data: SecretData): StoredReading {
  const given = (name: keyof typeof keys) => (data[keys[name]] ?? '').trim() !== ''
  const text = (name: keyof typeof keys) => data[keys[name]] ?? ''
  const { certificates, unreadable } = readBundle(text('trusted'))
  const leaf = readBundle(text('cert')).certificates
  const stranger = [...certificates, ...leaf].find(one => !one.issuer.includes(`CN=${authorityName} `))
  if (stranger) return { kind: 'foreign', problem: 'it holds a certificate that bond-injector has not made' }
  const reading = readPair(text('cert'), text('key'))
  const pair = reading.kind === 'pair' && isTrusted(leaf, certificates) ? reading.pair : undefined
  const signing = keptAuthority(certificates, text('signing'))
  const next = keptAuthority(certificates, text('next'))
  const untouched = !Object.keys(keys).some(name => given(name as keyof typeof keys))
  const problems = [
    ...(unreadable > 0 ? [`${keys.trusted} holds what is no certificate`] : []),
    ...(signing ? [] : [`${keys.signing} does not belong to a certificate in ${keys.trusted}`]),
    ...(next || !given('next') ? [] : [`${keys.next} does not belong to a certificate in ${keys.trusted}`]),
    ...(reading.kind === 'bad' ? [`${keys.cert}, ${keys.key}: ${reading.problem}`] : []),
    ...(reading.kind === 'pair' && !pair ? [`${keys.cert} is not signed by a certificate in ${keys.trusted}`] : []),
  ]
  return { kind: 'ours', stored: { trusted: certificates, signing, next, pair }, problems: untouched ? [] : problems }
}

/** What to write into the Secret. */
export function writeStored({ trusted, signing, next, pair }: StoredCertificates): SecretData {
  return {
    [keys.cert]: pair?.cert ?? '',
    [keys.key]: pair?.key ?? '',
    [keys.trusted]: writeBundle(trusted),
    [keys.signing]: signing?.key ?? '',
    [keys.next]: next?.key ?? '',
  }
}
