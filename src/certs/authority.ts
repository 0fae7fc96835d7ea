import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'
import { readPair, type Pair } from './pair.ts'
import { isAddress } from './server-name.ts'

/** Signs serving certificates. */
export interface Authority {
  /** PEM: what a client must trust. */
  readonly cert: string
  /** PEM. For whoever keeps the authority beyond this process; nobody else may see it. */
  readonly key: string
  readonly notAfter: Date
  issue(names: readonly string[], now: Date): Promise<Pair>
}

const day = 24 * 60 * 60 * 1000
const authorityLife = 5 * 365 * day
export const leafLife = 90 * day

/** Everything is valid from so long before it was made, since clocks differ. Milliseconds. */
export const backdated = day

/** How the subject of every authority begins that was made here. */
export const authorityName = 'bond-injector authority'

// The defaults of selfsigned are RSA and SHA-1, which Node itself refuses to load.
const elliptic = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const

/** Makes a new authority. */
export async function makeAuthority(now: Date): Promise<Authority> {
  const generate = await generator()
  const notAfter = new Date(now.getTime() + authorityLife)
  // Without key identifiers, two authorities are told apart by their names only.
  const name = `${authorityName} ${randomBytes(8).toString('hex')}`
  const authority = await generate([{ name: 'commonName', value: name }], {
    ...elliptic,
    notBeforeDate: before(now),
    notAfterDate: notAfter,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true, critical: true },
    ],
  })
  return authorityOf(new X509Certificate(authority.cert).toString(), authority.private, notAfter)
}

/**
 * An authority that was kept.
 *
 * @returns undefined where the key is none, or belongs to none of the certificates
 */
export function keptAuthority(certificates: readonly X509Certificate[], key: string): Authority | undefined {
  const certificate = certificates.find(one => isKeyOf(key, one))
  return certificate && authorityOf(certificate.toString(), key, new Date(certificate.validTo))
}

function authorityOf(cert: string, key: string, notAfter: Date): Authority {
  const issue = async (names: readonly string[], issued: Date): Promise<Pair> => {
    const generate = await generator()
    const leaf = await generate([{ name: 'commonName', value: 'bond-injector' }], {
      ...elliptic,
      notBeforeDate: before(issued),
      notAfterDate: new Date(Math.min(issued.getTime() + leafLife, notAfter.getTime())),
      ca: { key, cert },
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: names.map(alternativeName) },
      ],
    })
    return mustBePair(leaf.cert + '\n', leaf.private)
  }
  return { cert, key, notAfter, issue }
}

/**
 * selfsigned is imported here and nowhere else: it costs 100 ms and 20 MB, and only who signs needs it. By its default
 * export: once bundled, a CommonJS module that is imported like this has no other.
 */
async function generator() {
  return (await import('selfsigned')).default.generate
}

function alternativeName(name: string): { type: 2; value: string } | { type: 7; ip: string } {
  return isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name }
}

function before(time: Date): Date {
  return new Date(time.getTime() - backdated)
}

function isKeyOf(key: string, certificate: X509Certificate): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

function mustBePair(cert: string, key: string): Pair {
  const reading = readPair(cert, key)
  if (reading.kind === 'bad') throw new Error(`our own certificate cannot be used: ${reading.problem}`)
  return reading.pair
}
