import type { X509Certificate } from 'node:crypto'
import { distinct, readBundle, writeBundle } from './bundle.ts'

/** Certificates that stand in a `caBundle` though this replica does not want them. */
export interface Strangers {
  /** May it stay? Another replica may serve under it and not have told us yet. */
  mayStay(certificate: X509Certificate): boolean
}

export type BundleVerdict =
  | { readonly kind: 'right' }
  /** `why` as the log says it. */
  | { readonly kind: 'repair'; readonly why: string; readonly pem: string }

/**
 * Is everything wanted in this bundle? Order means nothing, so that replicas which agree do not write one after the
 * other.
 */
export function judgeBundle(
  pem: string,
  wanted: readonly X509Certificate[],
  strangers: Strangers,
  now: Date,
): BundleVerdict {
  const { certificates, unreadable } = readBundle(pem)
  const isWanted = (one: X509Certificate) => wanted.some(({ fingerprint256 }) => fingerprint256 === one.fingerprint256)
  const missing = wanted.filter(
    one => !certificates.some(({ fingerprint256 }) => fingerprint256 === one.fingerprint256),
  )
  const staying = certificates.filter(one => !isWanted(one) && new Date(one.validTo) > now && strangers.mayStay(one))
  const leaving = certificates.filter(one => !isWanted(one) && !staying.includes(one))
  const why = [
    ...(certificates.length === 0 ? ['it was empty'] : missing.length > 0 ? ['an authority was missing'] : []),
    ...(leaving.length > 0 || unreadable > 0 ? ['it held what does not belong there'] : []),
  ]
  if (why.length === 0) return { kind: 'right' }
  return { kind: 'repair', why: why.join(', '), pem: writeBundle(distinct([...wanted, ...staying])) }
}
