import { X509Certificate } from 'node:crypto'
import { backdated, leafLife, makeAuthority, type Authority } from './authority.ts'
import { distinct } from './bundle.ts'
import type { Pair } from './pair.ts'
import { renewalTime } from './renewal-time.ts'
import { missingName, namesIn } from './served-names.ts'
import { writeStored, type StoredCertificates } from './stored-certificates.ts'

export interface Mended {
  readonly stored: StoredCertificates & { readonly pair: Pair }
  /** Why it is not what was found, for the log; empty: it is. */
  readonly reasons: readonly string[]
}

/** The next authority is made so long before the signing one ends: clients know it long before it signs. */
const nextBeforeEnd = 2 * leafLife

/** Even where the program was away for years, the next authority is known for so long before it signs. */
const knownBeforeSigning = 60 * 60 * 1000

/**
 * What the replicas should share now, given what was found and what this replica remembers. What is still good stays:
 * somebody serves it, or trusts it.
 *
 *   found                                    becomes
 *   nothing, and nothing remembered          a new authority and a pair
 *   parts missing or broken                  the remembered parts; new ones only where there are none
 *   a remembered authority is not trusted    trusted again until it ends
 *   the signing authority ends in 180 days   a next one is made, and trusted without signing yet
 *   the pair is past two thirds, or bad      a new pair, by the next authority if the signing one ends before the pair would
 *   an authority has ended                   trusted no more
 *
 * @param names what the pair must be for, already found to be valid
 */
export async function mendStored(
  found: StoredCertificates,
  remembered: StoredCertificates | undefined,
  names: readonly string[],
  now: Date,
): Promise<Mended> {
  const kept = joined(found, remembered, now)
  const signers = await mendSigners(kept, now)
  const problem = pairProblem(kept.pair, names, now)
  const { signing, next } = problem === undefined ? signers : handOver(signers, now)
  const pair = kept.pair && !problem ? kept.pair : await signing.issue(namesFor(kept.pair, names, now), now)
  const stored = { trusted: distinct([...certificatesOf(signing, next), ...kept.trusted]), signing, next, pair }
  const reasons = [...signers.reasons, ...(problem === undefined ? [] : [problem])]
  if (reasons.length > 0 || isSame(found, stored)) return { stored, reasons }
  return { stored, reasons: ['what was missing or had ended'] }
}

interface Signers {
  readonly signing: Authority
  readonly next: Authority | undefined
}

function joined(found: StoredCertificates, known: StoredCertificates | undefined, now: Date): StoredCertificates {
  const alive = (one: Authority | undefined) => one !== undefined && one.notAfter > now
  const signing = [found.signing, known?.signing, found.next, known?.next].find(alive)
  // A next authority that is only remembered belongs to the signing one that is remembered with it.
  const knownNext = signing?.cert === known?.signing?.cert ? known?.next : undefined
  const next = [found.next, knownNext].find(one => alive(one) && one?.cert !== signing?.cert)
  const trusted = distinct([...found.trusted, ...(known?.trusted ?? [])]).filter(one => new Date(one.validTo) > now)
  return { trusted, signing, next, pair: found.pair ?? known?.pair }
}

async function mendSigners({ signing, next }: StoredCertificates, now: Date) {
  if (!signing) return { signing: await makeAuthority(now), next: undefined, reasons: ['a new authority'] }
  if (next || now.getTime() < signing.notAfter.getTime() - nextBeforeEnd) return { signing, next, reasons: [] }
  return { signing, next: await makeAuthority(now), reasons: ['the next authority'] }
}

/** Who signs a new pair. The other one stays trusted, without a key. */
function handOver({ signing, next }: Signers, now: Date): Signers {
  if (!next || signing.notAfter.getTime() >= now.getTime() + leafLife) return { signing, next }
  const made = new Date(new X509Certificate(next.cert).validFrom).getTime() + backdated
  return now.getTime() < made + knownBeforeSigning ? { signing, next } : { signing: next, next: undefined }
}

function pairProblem(pair: Pair | undefined, names: readonly string[], now: Date): string | undefined {
  if (!pair) return 'a new certificate'
  if (now >= pair.notAfter) return 'a new certificate: the old one had expired'
  if (now >= renewalTime(pair)) return 'a new certificate: the old one was past two thirds of its life'
  if (now < pair.notBefore) return 'a new certificate: the old one was not valid yet'
  const name = missingName(pair.cert, names)
  return name === undefined ? undefined : `a new certificate: the old one was not for ${name}`
}

/**
 * Replicas that want different names, as in the middle of an upgrade, must not replace each other's certificate for
 * ever: a name is only taken out when the certificate is renewed anyway.
 */
function namesFor(old: Pair | undefined, names: readonly string[], now: Date): readonly string[] {
  const isRenewal = !old || now >= renewalTime(old)
  return isRenewal ? names : [...new Set([...names, ...namesIn(old.cert)])]
}

function certificatesOf(...authorities: readonly (Authority | undefined)[]): readonly X509Certificate[] {
  return authorities.flatMap(one => (one ? [new X509Certificate(one.cert)] : []))
}

function isSame(one: StoredCertificates, other: StoredCertificates): boolean {
  return JSON.stringify(writeStored(one)) === JSON.stringify(writeStored(other))
}
