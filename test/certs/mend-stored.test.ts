import { X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { readBundle } from '../../src/certs/bundle.ts'
import { mendStored } from '../../src/certs/mend-stored.ts'
import { namesIn } from '../../src/certs/served-names.ts'
import type { StoredCertificates } from '../../src/certs/stored-certificates.ts'

const start = new Date('2026-01-01T00:00:00Z')
const day = 24 * 60 * 60 * 1000
const after = (days: number) => new Date(start.getTime() + days * day)
const names = ['localhost', 'hook.example']
const nothing: StoredCertificates = { trusted: [], signing: undefined, next: undefined, pair: undefined }
const authorityDays = 5 * 365

const { stored: fresh, reasons: freshReasons } = await mendStored(nothing, undefined, names, start)
const old = fresh.signing
if (!old) throw new Error('no authority was made')

/** With a next authority that was made after so many days. */
async function withNext(days: number): Promise<StoredCertificates> {
  const next = await makeAuthority(after(days))
  const pair = await old?.issue(names, after(days))
  return { trusted: readBundle((old?.cert ?? '') + next.cert).certificates, signing: old, next, pair }
}

function issuerOf({ pair }: StoredCertificates): string | undefined {
  return pair && new X509Certificate(pair.cert).issuer
}

function subjectOf(pem: string | undefined): string {
  return new X509Certificate(pem ?? '').subject
}

t.test('an empty Secret: an authority and a certificate of it', async t => {
  t.same(freshReasons, ['a new authority', 'a new certificate'])
  t.equal(fresh.trusted.length, 1)
  t.equal(fresh.next, undefined)
  t.equal(issuerOf(fresh), subjectOf(old.cert))
  t.same(namesIn(fresh.pair.cert), names)
  t.same((await mendStored(fresh, undefined, names, start)).reasons, [], 'after which nothing is to be done')
})

const pairs = [
  { name: 'before two thirds of its life', days: 59.9, reasons: [] },
  {
    name: 'at two thirds of its life',
    days: 60,
    reasons: ['a new certificate: the old one was past two thirds of its life'],
  },
  { name: 'expired', days: 91, reasons: ['a new certificate: the old one had expired'] },
  { name: 'not valid yet', days: -2, reasons: ['a new certificate: the old one was not valid yet'] },
  {
    name: 'for other names',
    days: 1,
    wanted: ['localhost', '10.0.0.1'],
    reasons: ['a new certificate: the old one was not for 10.0.0.1'],
  },
  { name: 'for more names than are wanted', days: 1, wanted: ['localhost'], reasons: [] },
]
for (const { name, days, wanted = names, reasons } of pairs) {
  t.test(`a certificate ${name}`, async t => {
    const mended = await mendStored(fresh, undefined, wanted, after(days))
    t.same(mended.reasons, reasons)
    t.equal(mended.stored.signing?.cert, old.cert, 'the authority stays')
    t.equal(mended.stored.pair.fingerprint === fresh.pair.fingerprint, reasons.length === 0)
  })
}

t.test('replicas that want different names come to an end', async t => {
  const one = await mendStored(fresh, undefined, ['localhost', 'new.example'], after(1))
  t.same(namesIn(one.stored.pair.cert), ['localhost', 'new.example', 'hook.example'])
  t.same((await mendStored(one.stored, fresh, names, after(1))).reasons, [], 'the older replica is content')
  const renewed = await mendStored(one.stored, undefined, ['localhost', 'new.example'], after(70))
  t.same(namesIn(renewed.stored.pair.cert), ['localhost', 'new.example'], 'until it is renewed anyway')
})

const remembered = [
  { name: 'all', found: nothing },
  { name: 'the key of the authority', found: { ...fresh, signing: undefined } },
  { name: 'the certificate', found: { ...fresh, pair: undefined } },
  { name: 'what is trusted', found: { ...fresh, trusted: [] } },
]
for (const { name, found } of remembered) {
  t.test(`lost from the Secret, and remembered: ${name}`, async t => {
    const { stored, reasons } = await mendStored(found, fresh, names, after(2))
    t.same(reasons, ['what was missing or had ended'])
    t.same(stored, fresh)
  })
}

t.test('lost and not remembered', async t => {
  const { stored, reasons } = await mendStored({ ...fresh, signing: undefined }, undefined, names, after(2))
  t.same(reasons, ['a new authority'])
  t.equal(stored.pair.fingerprint, fresh.pair.fingerprint, 'what clients trust stays, and is served')
  t.equal(stored.trusted.length, 2)
})

t.test('another replica has begun anew: its authority signs, ours is still trusted', async t => {
  const other = (await mendStored(nothing, undefined, names, after(1))).stored
  const { stored, reasons } = await mendStored(other, fresh, names, after(2))
  t.same(reasons, ['what was missing or had ended'])
  t.equal(stored.signing?.cert, other.signing?.cert)
  t.equal(stored.pair.fingerprint, other.pair.fingerprint)
  t.same(
    stored.trusted.map(one => one.subject),
    [subjectOf(other.signing?.cert), subjectOf(old.cert)],
  )
})

t.test('the authority ends in 180 days: the next one is trusted, and does not sign yet', async t => {
  const days = authorityDays - 180
  const pair = await old.issue(names, after(days - 1))
  const early = await mendStored({ ...fresh, pair }, undefined, names, after(days - 0.1))
  t.same(early.reasons, [], 'not before')
  const { stored, reasons } = await mendStored({ ...fresh, pair }, undefined, names, after(days))
  t.same(reasons, ['the next authority'])
  t.equal(stored.signing?.cert, old.cert)
  t.same(
    stored.trusted.map(one => one.subject),
    [subjectOf(old.cert), subjectOf(stored.next?.cert)],
  )
  t.equal(stored.pair.fingerprint, pair.fingerprint)
})

const signers = [
  { name: 'that outlives what it signs', made: authorityDays - 180, now: authorityDays - 115, by: 'signing' },
  { name: 'that would end before what it signs', made: authorityDays - 180, now: authorityDays - 80, by: 'next' },
  { name: 'that has ended', made: authorityDays - 180, now: authorityDays + 1, by: 'next' },
  {
    name: 'that ends soon, the next one only just made',
    made: authorityDays - 1,
    now: authorityDays - 0.99,
    by: 'signing',
  },
  { name: 'that ends soon, the next one an hour old', made: authorityDays - 1, now: authorityDays - 0.95, by: 'next' },
] as const
for (const { name, made, now, by } of signers) {
  t.test(`a new certificate while there are two authorities, by one ${name}`, async t => {
    const found = await withNext(made)
    const { stored } = await mendStored({ ...found, pair: undefined }, undefined, names, after(now))
    t.equal(issuerOf(stored), subjectOf(found[by]?.cert))
    t.equal(stored.signing?.cert, found[by]?.cert)
    t.equal(stored.next?.cert, by === 'next' ? undefined : found.next?.cert)
    t.equal(stored.trusted.length, now > authorityDays ? 1 : 2, 'the other one is trusted until it ends')
    t.ok(stored.pair.notAfter <= (stored.signing?.notAfter ?? start), 'and outlives no authority')
  })
}

t.test('away for ten years: everything begins anew', async t => {
  const { stored, reasons } = await mendStored(fresh, undefined, names, after(3650))
  t.same(reasons, ['a new authority', 'a new certificate: the old one had expired'])
  t.equal(stored.trusted.length, 1)
  t.not(stored.signing?.cert, old.cert)
})

t.test('an authority that has ended is trusted no more, though it is remembered', async t => {
  const found = await withNext(authorityDays - 180)
  const handed = await mendStored({ ...found, pair: undefined }, undefined, names, after(authorityDays - 1))
  const { stored, reasons } = await mendStored(handed.stored, handed.stored, names, after(authorityDays + 1))
  t.same(reasons, ['what was missing or had ended'])
  t.same(
    stored.trusted.map(one => one.subject),
    [subjectOf(found.next?.cert)],
  )
})
