import { X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { judgeBundle } from '../../src/certs/ca-bundle.ts'

const now = new Date('2026-11-25T12:00:00Z')
const [old, next, other] = [await makeAuthority(now), await makeAuthority(now), await makeAuthority(now)]
const ended = await makeAuthority(new Date('2020-01-01T00:00:00Z'))
const wanted = [old, next].map(({ cert }) => new X509Certificate(cert))
const rubbish = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
const both = old.cert + next.cert

const right = [
  { name: 'what is wanted', pem: both },
  { name: 'in another order', pem: next.cert + old.cert },
  { name: 'one twice', pem: both + old.cert },
  { name: 'without line breaks between them', pem: both.replaceAll('-----\n-----', '----------') },
  { name: 'one more, that may stay', pem: both + other.cert },
]
for (const { name, pem } of right) {
  t.test(`left alone: ${name}`, async t => {
    t.same(judgeBundle(pem, wanted, { mayStay: () => true }, now), { kind: 'right' })
  })
}

const foreign = 'it held what does not belong there'
const wrong = [
  { name: 'nothing', pem: '', mayStay: true, why: 'it was empty', becomes: both },
  { name: 'a word', pem: 'Cg==', mayStay: true, why: 'it was empty', becomes: both },
  { name: 'one of two', pem: old.cert, mayStay: true, why: 'an authority was missing', becomes: both },
  {
    name: 'another one only, that may stay',
    pem: other.cert,
    mayStay: true,
    why: 'an authority was missing',
    becomes: both + other.cert,
  },
  {
    name: 'one more, that has stayed long enough',
    pem: other.cert + both,
    mayStay: false,
    why: foreign,
    becomes: both,
  },
  { name: 'one more, that has ended', pem: both + ended.cert, mayStay: true, why: foreign, becomes: both },
  { name: 'rubbish behind them', pem: both + rubbish, mayStay: true, why: foreign, becomes: both },
  {
    name: 'another one only, that may not stay',
    pem: other.cert,
    mayStay: false,
    why: `an authority was missing, ${foreign}`,
    becomes: both,
  },
]
for (const { name, pem, mayStay, why, becomes } of wrong) {
  t.test(`repaired: ${name}`, async t => {
    const verdict = judgeBundle(pem, wanted, { mayStay: () => mayStay }, now)
    t.same(verdict, { kind: 'repair', why, pem: becomes })
    t.same(
      judgeBundle(becomes, wanted, { mayStay: () => mayStay }, now),
      { kind: 'right' },
      'and that is the end of it',
    )
  })
}
