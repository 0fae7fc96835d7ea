import t from 'tap'
import { isAddress, isServerName } from '../../src/certs/server-name.ts'

const names = [
  { name: 'localhost', valid: true },
  { name: 'bond-injector.bond-injector.svc', valid: true },
  { name: 'bond-injector.bond-injector.svc.cluster.local', valid: true },
  { name: 'HOST.example', valid: true },
  { name: '10.0.0.1', valid: true },
  { name: 'fd00::1', valid: true },
  { name: 'a'.repeat(63), valid: true },
  { name: 'a'.repeat(64), valid: false },
  { name: `${'a'.repeat(60)}.`.repeat(4) + 'a'.repeat(60), valid: false },
  { name: '', valid: false },
  { name: 'fe80::1%eth0', valid: false },
  { name: '[::1]', valid: false },
  { name: '-a', valid: false },
  { name: 'a-', valid: false },
  { name: 'a..b', valid: false },
  { name: 'a.', valid: false },
  { name: 'a_b', valid: false },
  { name: '*.example', valid: false },
  { name: 'a, O=evil', valid: false },
  { name: 'a\nb', valid: false },
  { name: 'a:8443', valid: false },
  { name: 'ä', valid: false },
]
for (const { name, valid } of names) {
  t.test(`${JSON.stringify(name)} is ${valid ? 'a' : 'no'} name for a certificate`, async t => {
    t.equal(isServerName(name), valid)
  })
}

t.test('addresses go into the certificate as addresses', async t => {
  t.ok(isAddress('127.0.0.1'))
  t.ok(isAddress('::1'))
  t.notOk(isAddress('1.2.3'))
})
