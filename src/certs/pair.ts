import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { createSecureContext } from 'node:tls'

/** A certificate (with what follows it in its chain) and its key, both PEM, read and found to belong together. */
export interface Pair {
  readonly cert: string
  readonly key: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** SHA-256 of the certificate: tells two pairs apart. */
  readonly fingerprint: string
}

export type PairReading =
  | { readonly kind: 'pair'; readonly pair: Pair }
  /** `problem` is a sentence without its full stop; it starts with what is wrong. */
  | { readonly kind: 'bad'; readonly problem: string }

/**
 * Reads a pair before anybody serves it: setting a bad one on a server throws, and that is too late.
 * An expired pair is a pair; whoever serves it decides.
 */
export function readPair(cert: string, key: string): PairReading {
  const certificate = parse(() => new X509Certificate(cert))
  if (!certificate) return bad('the certificate is not a PEM certificate')
  const privateKey = parse(() => createPrivateKey(key))
  if (!privateKey) return bad(/ENCRYPTED/.test(key) ? 'the key is encrypted' : 'the key is not a PEM private key')
  if (!certificate.checkPrivateKey(privateKey)) return bad('the key does not belong to the certificate')
  return usable(certificate, cert, key)
}

/** OpenSSL has conditions of its own (key too small, digest too weak, a broken chain): ask it, not only the parser. */
function usable(certificate: X509Certificate, cert: string, key: string): PairReading {
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    return bad(`TLS refuses the pair (${error instanceof Error ? error.message : String(error)})`)
  }
  return { kind: 'pair', pair: pairOf(certificate, cert, key) }
}

function pairOf(certificate: X509Certificate, cert: string, key: string): Pair {
  return {
    cert,
    key,
    // validFromDate and validToDate exist only since Node 22.10; the texts parse everywhere.
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
    fingerprint: certificate.fingerprint256,
  }
}

function parse<T extends X509Certificate | KeyObject>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function bad(problem: string): PairReading {
  return { kind: 'bad', problem }
}
