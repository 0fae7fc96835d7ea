import { X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { readBundle } from '../../src/certs/bundle.ts'
import { readStored, writeStored, type SecretData } from '../../src/certs/stored-certificates.ts'

const now = new Date('2026-11-25T12:00:00Z')
const [signing, next, stranger] = [await makeAuthority(now), await makeAuthority(now), await makeAuthority(now)]
const pair = await signing.issue(['localhost'], now)
const { certificates: trusted } = readBundle(signing.cert + next.cert)
const whole = writeStored({ trusted, signing, next, pair })

function ours(data: SecretData) {
  const reading = readStored(data)
  if (reading.kind === 'foreign') throw new Error(reading.problem)
  return reading
}

t.test('written under the names that everybody uses, and read again', async t => {
  t.same(Object.keys(whole), ['tls.crt', 'tls.key', 'ca.crt', 'ca.key', 'next-ca.key'])
  const { stored, problems } = ours(whole)
  t.same(problems, [])
  t.same(writeStored(stored), whole)
  t.equal(stored.signing?.cert, signing.cert)
  t.equal(stored.next?.cert, next.cert)
  t.equal(stored.pair?.fingerprint, pair.fingerprint)
  t.same(stored.signing?.notAfter, signing.notAfter)
})

t.test('an authority that was kept signs as it did before', async t => {
  const again = await ours(whole).stored.signing?.issue(['hook.example'], now)
  t.ok(new X509Certificate(again?.cert ?? '').verify(new X509Certificate(signing.cert).publicKey))
})

const empty: readonly SecretData[] = [{}, { 'tls.crt': '', 'tls.key': '\n' }, { other: 'text' }]
for (const data of empty) {
  t.test(`nothing in it, and nothing wrong: ${JSON.stringify(data)}`, async t => {
    t.same(ours(data).problems, [])
    t.same(ours(data).stored, { trusted: [], signing: undefined, next: undefined, pair: undefined })
  })
}

const noAuthority = 'ca.key does not belong to a certificate in ca.crt'
const broken: readonly { name: string; change: SecretData; problems: readonly string[]; left: readonly string[] }[] = [
  {
    name: 'the key of the authority is gone',
    change: { 'ca.key': '' },
    problems: [noAuthority],
    left: ['next', 'pair'],
  },
  {
    name: 'the key is of another authority',
    change: { 'ca.key': stranger.key },
    problems: [noAuthority],
    left: ['next', 'pair'],
  },
  {
    name: 'half a certificate',
    change: { 'tls.crt': pair.cert.slice(0, 99) },
    problems: ['tls.crt, tls.key: the certificate is not a PEM certificate'],
    left: ['signing', 'next'],
  },
  {
    name: 'no certificate, but its key',
    change: { 'tls.crt': '' },
    problems: ['tls.crt, tls.key: the certificate is not a PEM certificate'],
    left: ['signing', 'next'],
  },
  {
    name: 'the key of another certificate',
    change: { 'tls.key': stranger.key },
    problems: ['tls.crt, tls.key: the key does not belong to the certificate'],
    left: ['signing', 'next'],
  },
  {
    name: 'no authorities',
    change: { 'ca.crt': '' },
    problems: [
      noAuthority,
      'next-ca.key does not belong to a certificate in ca.crt',
      'tls.crt is not signed by a certificate in ca.crt',
    ],
    left: [],
  },
  {
    name: 'rubbish behind the authorities',
    change: { 'ca.crt': `${whole['ca.crt'] ?? ''}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n` },
    problems: ['ca.crt holds what is no certificate'],
    left: ['signing', 'next', 'pair'],
  },
  {
    name: 'an authority of ours that did not sign the certificate',
    change: { 'ca.crt': stranger.cert, 'ca.key': stranger.key, 'next-ca.key': '' },
    problems: ['tls.crt is not signed by a certificate in ca.crt'],
    left: ['signing'],
  },
]
for (const { name, change, problems, left } of broken) {
  t.test(`broken: ${name}`, async t => {
    const reading = ours({ ...whole, ...change })
    t.same(reading.problems, problems)
    const { stored } = reading
    t.same(
      (['signing', 'next', 'pair'] as const).filter(part => stored[part] !== undefined),
      left,
      'what can still be used',
    )
    t.notMatch(JSON.stringify(reading.problems), /BEGIN/, 'no key material')
  })
}

t.test("somebody else's certificates are not ours to overwrite", async t => {
  const { generate } = (await import('selfsigned')).default
  const foreign = await generate([{ name: 'commonName', value: 'their authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  })
  const problem = 'it holds a certificate that bond-injector has not made'
  for (const data of [
    { 'tls.crt': foreign.cert, 'tls.key': foreign.private },
    { ...whole, 'ca.crt': foreign.cert },
  ]) {
    t.same(readStored(data), { kind: 'foreign', problem })
  }
})
