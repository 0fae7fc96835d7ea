import { X509Certificate } from 'node:crypto'

const block = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g

export interface Bundle {
  /** What can be read, each once, in order. */
  readonly certificates: readonly X509Certificate[]
  /** How many blocks are no certificates. */
  readonly unreadable: number
}

/** Reads the certificates of a PEM text; what stands between them means nothing. */
export function readBundle(pem: string): Bundle {
  const read = (pem.match(block) ?? []).map(certificateOf)
  const certificates = read.filter(one => one !== undefined)
  return { certificates: distinct(certificates), unreadable: read.length - certificates.length }
}

/** PEM. */
export function writeBundle(certificates: readonly X509Certificate[]): string {
  return distinct(certificates).join('')
}

/** Each certificate once, where it stands first. */
export function distinct(certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  return [...new Map(certificates.map(one => [one.fingerprint256, one])).values()]
}

/** Does a certificate of this chain lead to one of these, or is it one of them? */
export function isTrusted(chain: readonly X509Certificate[], trusted: readonly X509Certificate[]): boolean {
  const leadsTo = (one: X509Certificate, authority: X509Certificate) =>
    one.fingerprint256 === authority.fingerprint256 || (one.checkIssued(authority) && one.verify(authority.publicKey))
  return chain.some(one => trusted.some(authority => leadsTo(one, authority)))
}

function certificateOf(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined
  }
}
