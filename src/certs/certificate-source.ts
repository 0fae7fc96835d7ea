import type { X509Certificate } from 'node:crypto'
import type { PairReading } from './pair.ts'

/** What a look at the source of our certificates has found. */
export interface SourceReading {
  /** What to serve; or why what is there now cannot be. */
  readonly pair: PairReading
  /** What clients must trust. Empty: not known yet. */
  readonly trusted: readonly X509Certificate[]
}

/** Where the certificates come from: a Secret that the replicas share, or files. */
export interface CertificateSource {
  /** Never rejects: trouble is a bad pair. */
  look(now: Date): Promise<SourceReading>
}
