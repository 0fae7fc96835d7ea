import type { CertificateSource, SourceReading } from './certificate-source.ts'
import type { Clock } from './clock.ts'
import type { ServedPair } from './served-pair.ts'
import type { WebhookTrust } from './webhook-trust.ts'

export interface KeptCertificates {
  readonly source: CertificateSource
  /** Absent where nobody else's trust is ours to keep. */
  readonly trust: WebhookTrust | undefined
  readonly served: ServedPair
  readonly clock: Clock
}

export interface CertificateKeeper {
  /** Looks now, or again as soon as the look under way is over. Resolves when the last one is. */
  look(): Promise<void>
  /** When the last of what clients are to trust ends; undefined while it is not known. */
  authorityNotAfter(): Date | undefined
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
}

const lookEveryMs = 10_000

/** Anybody who reaches the port can say that he does not trust us: that must not cost more than a look a second. */
const distrustedEveryMs = 1_000

/**
 * Looks at the source again and again, sees to it that the API server trusts what it says, and only then has it served:
 * so there is no moment in which the API server distrusts this replica. With nothing to serve, or something expired,
 * nothing can be lost, and it is served at once. A client that does not trust what is served is a reason to look before
 * the time: most likely somebody has written into the webhook configuration.
 */
export function keepCertificates({ source, trust, served, clock }: KeptCertificates): CertificateKeeper {
  let known: SourceReading['trusted'] = []
  const lookOnce = async () => {
    const now = clock.now()
    const { pair, trusted } = await source.look(now)
    known = trusted
    await trust?.keep(trusted, now)
    const isNew = pair.kind === 'pair' && pair.pair.fingerprint !== served.pair.fingerprint
    if (isNew && served.isUsable(now) && trust?.settled === false) return
    served.offer(pair, now)
  }
  let underWay: Promise<void> | undefined
  let again = false
  const run = async (): Promise<void> => {
    await lookOnce()
    if (!again) return
    again = false
    await run()
  }
  const look = () => {
    if (underWay) again = true
    underWay ??= run().finally(() => (underWay = undefined))
    return underWay
  }
  let distrusted = 0
  served.subscribe({
    changed: () => undefined,
    kept: () => undefined,
    distrusted() {
      const now = clock.now().getTime()
      // A clock that was set back makes the distance negative, and must not end this.
      if (Math.abs(now - distrusted) < distrustedEveryMs) return
      distrusted = now
      void look()
    },
  })
  const stopLooking = clock.every(lookEveryMs, () => void look())
  return {
    look,
    authorityNotAfter() {
      const ends = known.map(({ validTo }) => Date.parse(validTo))
      return ends.length === 0 ? undefined : new Date(Math.max(...ends))
    },
    async stop() {
      stopLooking()
      await underWay
    },
  }
}
