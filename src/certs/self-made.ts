import { makeAuthority, type Authority } from './authority.ts'
import type { Clock } from './clock.ts'
import { renewalTime } from './renewal-time.ts'
import { ServedPair } from './served-pair.ts'
import { localNames } from './server-name.ts'

export interface SelfMade {
  readonly served: ServedPair
  /** PEM of the authority: what a client must trust. */
  readonly authority: string
  readonly stop: () => void
}

const lookEveryMs = 60 * 60 * 1000

/**
 * A certificate for this process alone, signed by an authority that lives as long as the process.
 * The certificate is renewed at two thirds of its life; the authority, and so what clients trust, stays.
 *
 * @param names further names to serve under, already found to be valid
 */
export async function selfMadePair(
  names: readonly string[],
  clock: Clock,
  authorityOf: (now: Date) => Promise<Authority> = makeAuthority,
): Promise<SelfMade> {
  const authority = await authorityOf(clock.now())
  const all = [...new Set([...localNames, ...names])]
  const served = new ServedPair(await authority.issue(all, clock.now()))
  const renew = async () => {
    const now = clock.now()
    if (now < renewalTime(served.pair)) return
    served.offer({ kind: 'pair', pair: await authority.issue(all, now) }, now)
  }
  const stop = clock.every(lookEveryMs, () => {
    renew().catch((error: unknown) => {
      served.offer(
        { kind: 'bad', problem: `renewal failed: ${error instanceof Error ? error.message : String(error)}` },
        clock.now(),
      )
    })
  })
  return { served, authority: authority.cert, stop }
}
