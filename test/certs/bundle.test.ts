import { X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { distinct, isTrusted, readBundle, writeBundle } from '../../src/certs/bundle.ts'

const now = new Date('2026-11-25T12:00:00Z')
const [one, other] = [await makeAuthority(now), await makeAuthority(now)]
const half = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
const fingerprint = (pem: string) => new X509Certificate(pem).fingerprint256

const cases = [
  { name: 'nothing', pem: '', certificates: [], unreadable: 0 },
  { name: 'a word', pem: 'hello', certificates: [], unreadable: 0 },
  { name: 'one', pem: one.cert, certificates: [one], unreadable: 0 },
  { name: 'two, with a remark between them', pem: `${one.cert}# the other\n${other.cert}`, certificates: [one, other] },
  { name: 'the same twice', pem: one.cert + one.cert, certificates: [one], unreadable: 0 },
  { name: 'without its last line break', pem: one.cert.trimEnd() + other.cert, certificates: [one, other] },
  { name: 'with line ends of Windows', pem: one.cert.replaceAll('\n', '\r\n'), certificates: [one] },
  { name: 'half of one behind a whole', pem: one.cert + half, certificates: [one], unreadable: 1 },
  { name: 'a key beside it', pem: one.key + one.cert, certificates: [one], unreadable: 0 },
]
for (const { name, pem, certificates, unreadable = 0 } of cases) {
  t.test(`a bundle: ${name}`, async t => {
    const bundle = readBundle(pem)
    t.same(
      bundle.certificates.map(({ fingerprint256 }) => fingerprint256),
      certificates.map(({ cert }) => fingerprint(cert)),
    )
    t.equal(bundle.unreadable, unreadable)
  })
}

t.test('what is written is read again, each certificate once', async t => {
  const { certificates } = readBundle(one.cert + other.cert)
  const written = writeBundle([...certificates, ...certificates])
  t.equal(written, one.cert + other.cert)
  t.equal(distinct([...certificates, ...certificates]).length, 2)
})

t.test('whom a chain leads to', async t => {
  const { certificates: authorities } = readBundle(one.cert)
  const chainOf = async (authority: typeof one) => readBundle((await authority.issue(['a'], now)).cert).certificates
  t.ok(isTrusted(await chainOf(one), authorities), 'signed by it')
  t.ok(isTrusted(authorities, authorities), 'the very same, as with a self-signed one')
  t.notOk(isTrusted(await chainOf(other), authorities), 'signed by another')
  t.ok(isTrusted([...(await chainOf(other)), ...authorities], authorities), 'a chain that ends there')
  t.notOk(isTrusted([], authorities), 'nothing')
  t.notOk(isTrusted(await chainOf(one), []), 'nobody is trusted')
})
