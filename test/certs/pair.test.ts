import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { readPair } from '../../src/certs/pair.ts'

const now = new Date('2026-11-25T12:00:00Z')
const authority = await makeAuthority(now)
const one = await authority.issue(['localhost'], now)
const other = await authority.issue(['localhost'], now)

t.test('a certificate and its key', async t => {
  const reading = readPair(one.cert, one.key)
  t.equal(reading.kind, 'pair')
  if (reading.kind !== 'pair') return
  t.same(reading.pair.notBefore, new Date('2026-11-24T12:00:00Z'), 'valid from a day before')
  t.same(reading.pair.notAfter, new Date('2027-02-23T12:00:00Z'), 'for 90 days')
  t.equal(reading.pair.fingerprint, new X509Certificate(one.cert).fingerprint256)
  t.not(reading.pair.fingerprint, other.fingerprint)
})

t.test('a chain: the first certificate counts, all of them are served', async t => {
  const reading = readPair(one.cert + authority.cert, one.key)
  t.equal(reading.kind === 'pair' && reading.pair.cert, one.cert + authority.cert)
})

t.test('the forms of keys that openssl writes', async t => {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  t.match(
    readPair(one.cert, privateKey),
    { problem: 'the key does not belong to the certificate' },
    'read, but of others',
  )
})

const encrypted = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey

const bad = [
  { name: 'nothing at all', cert: '', key: '', problem: 'the certificate is not a PEM certificate' },
  { name: 'something else', cert: 'hello', key: one.key, problem: 'the certificate is not a PEM certificate' },
  { name: 'the two swapped', cert: one.key, key: one.cert, problem: 'the certificate is not a PEM certificate' },
  {
    name: 'half a certificate',
    cert: one.cert.slice(0, 200),
    key: one.key,
    problem: 'the certificate is not a PEM certificate',
  },
  { name: 'half a key', cert: one.cert, key: one.key.slice(0, 100), problem: 'the key is not a PEM private key' },
  { name: 'an empty key', cert: one.cert, key: '', problem: 'the key is not a PEM private key' },
  { name: 'an encrypted key', cert: one.cert, key: encrypted, problem: 'the key is encrypted' },
  { name: "another pair's key", cert: one.cert, key: other.key, problem: 'the key does not belong to the certificate' },
  {
    name: 'rubbish behind the certificate',
    cert: `${one.cert}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
    key: one.key,
    problem: /^TLS refuses the pair \(.+\)$/,
  },
]
for (const { name, cert, key, problem } of bad) {
  t.test(`refused: ${name}`, async t => {
    t.match(readPair(cert, key), { kind: 'bad', problem })
  })
}
