import { X509Certificate } from 'node:crypto'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'

const now = new Date('2026-11-25T12:00:00Z')
const authority = await makeAuthority(now)
const ca = new X509Certificate(authority.cert)

t.test('the authority', async t => {
  t.ok(ca.ca, 'may sign')
  t.match(ca.subject, /^CN=bond-injector authority [0-9a-f]{16}$/)
  t.same(new Date(ca.validFrom), new Date('2026-11-24T12:00:00Z'))
  t.same(new Date(ca.validTo), new Date('2031-11-24T12:00:00Z'))
  t.ok(ca.verify(ca.publicKey))
  t.equal(ca.publicKey.asymmetricKeyType, 'ec')
  t.equal(ca.publicKey.asymmetricKeyDetails?.namedCurve, 'prime256v1')
})

t.test('what it signs', async t => {
  const pair = await authority.issue(['localhost', '127.0.0.1', '::1', 'hook.example'], now)
  const leaf = new X509Certificate(pair.cert)
  t.notOk(leaf.ca)
  t.ok(leaf.verify(ca.publicKey), 'with its key')
  t.ok(leaf.checkIssued(ca))
  t.same(leaf.keyUsage, ['1.3.6.1.5.5.7.3.1'], 'for servers only')
  for (const name of ['localhost', 'hook.example']) t.equal(leaf.checkHost(name), name)
  for (const ip of ['127.0.0.1', '::1']) t.equal(leaf.checkIP(ip), ip)
  t.equal(leaf.checkHost('other.example'), undefined)
  t.equal(leaf.checkHost('bond-injector'), undefined, 'the common name is no name to serve under')
})

t.test('two authorities differ in name, since they have no key identifiers', async t => {
  t.not(new X509Certificate((await makeAuthority(now)).cert).subject, ca.subject)
})

t.test('nothing that it signs outlives it', async t => {
  const late = await authority.issue(['localhost'], new Date('2031-11-01T00:00:00Z'))
  t.same(late.notAfter, new Date('2031-11-24T12:00:00Z'))
})
