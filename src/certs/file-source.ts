import type { X509Certificate } from 'node:crypto'
import { isTrusted, readBundle } from './bundle.ts'
import type { CertificateSource, SourceReading } from './certificate-source.ts'
import { readPairFiles, readText, type PairFiles } from './pair-files.ts'

export interface TrustedPairFiles extends PairFiles {
  /** What clients must trust, PEM; without it nobody's trust is ours to keep. */
  readonly ca: string | undefined
}

/** A pair, and what clients must trust, that somebody else writes: cert-manager, a platform, a person. */
export class FileSource implements CertificateSource {
  readonly #files: TrustedPairFiles
  #trusted: readonly X509Certificate[] = []

  constructor(files: TrustedPairFiles) {
    this.#files = files
  }

  look(): Promise<SourceReading> {
    const { ca } = this.#files
    const pair = readPairFiles(this.#files)
    if (ca === undefined) return Promise.resolve({ pair, trusted: [] })
    const reading = readAuthorities(ca)
    if (reading.kind === 'bad') return Promise.resolve({ pair: reading, trusted: this.#trusted })
    // Files are not always replaced together. A pair that the authorities do not cover is the older or the newer half.
    if (pair.kind === 'pair' && !isTrusted(readBundle(pair.pair.cert).certificates, reading.certificates)) {
      const problem = `${this.#files.cert} is not signed by a certificate in ${ca}`
      return Promise.resolve({ pair: { kind: 'bad', problem }, trusted: this.#trusted })
    }
    this.#trusted = reading.certificates
    return Promise.resolve({ pair, trusted: this.#trusted })
  }
}

type Authorities =
  | { readonly kind: 'authorities'; readonly certificates: readonly X509Certificate[] }
  | { readonly kind: 'bad'; readonly problem: string }

function readAuthorities(file: string): Authorities {
  const text = readText('authority', file)
  if (text.kind === 'bad') return text
  const { certificates, unreadable } = readBundle(text.text)
  if (unreadable > 0) return { kind: 'bad', problem: `the authority ${file} holds what is no certificate` }
  if (certificates.length === 0) return { kind: 'bad', problem: `the authority ${file} holds no PEM certificate` }
  return { kind: 'authorities', certificates }
}
