import { randomBytes } from 'node:crypto'
import { readPair, type Pair } from './pair.ts'
import { isAddress } from './server-name.ts'

/** Signs serving certificates. Its key never leaves the process. */
export interface Authority {
  /** PEM: what a client must trust. */
  readonly cert: string
  issue(names: readonly string[], now: Date): Promise<Pair>
}

const day = 24 * 60 * 60 * 1000
const authorityLife = 5 * 365 * day
export const leafLife = 90 * day

// The defaults of selfsigned are RSA and SHA-1, which Node itself refuses to load.
const elliptic = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const

/**
 * Makes a new authority. Everything it signs is valid from a day ago, since clocks differ.
 * selfsigned is imported here and nowhere else: it costs 100 ms and 20 MB, and only this needs it.
 */
export async function makeAuthority(now: Date): Promise<Authority> {
  // Its default export: once bundled, a CommonJS module that is imported like this has no other.
  const { generate } = (await import('selfsigned')).default
  const ends = new Date(now.getTime() + authorityLife)
  // Without key identifiers, two authorities are told apart by their names only.
  const name = `bond-injector authority ${randomBytes(8).toString('hex')}`
  const authority = await generate([{ name: 'commonName', value: name }], {
    ...elliptic,
    notBeforeDate: dayBefore(now),
    notAfterDate: ends,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true, critical: true },
    ],
  })
  return {
    cert: authority.cert + '\n',
    async issue(names, issued) {
      const leaf = await generate([{ name: 'commonName', value: 'bond-injector' }], {
        ...elliptic,
        notBeforeDate: dayBefore(issued),
        notAfterDate: new Date(Math.min(issued.getTime() + leafLife, ends.getTime())),
        ca: { key: authority.private, cert: authority.cert },
        extensions: [
          { name: 'basicConstraints', cA: false, critical: true },
          { name: 'keyUsage', digitalSignature: true, critical: true },
          { name: 'extKeyUsage', serverAuth: true },
          { name: 'subjectAltName', altNames: names.map(alternativeName) },
        ],
      })
      return mustBePair(leaf.cert + '\n', leaf.private)
    },
  }
}

function alternativeName(name: string): { type: 2; value: string } | { type: 7; ip: string } {
  return isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name }
}

function dayBefore(time: Date): Date {
  return new Date(time.getTime() - day)
}

function mustBePair(cert: string, key: string): Pair {
  const reading = readPair(cert, key)
  if (reading.kind === 'bad') throw new Error(`our own certificate cannot be used: ${reading.problem}`)
  return reading.pair
}
