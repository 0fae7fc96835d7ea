import t from 'tap'
import { address, namespace, oneOf, serverName, text } from '../../src/cli/flag-values.ts'

const addresses = [
  { given: '127.0.0.1:8443', address: { host: '127.0.0.1', port: 8443 } },
  { given: 'localhost:0', address: { host: 'localhost', port: 0 } },
  { given: '[::]:8443', address: { host: '::', port: 8443 } },
  { given: '[fd00::1]:65535', address: { host: 'fd00::1', port: 65535 } },
  { given: '[::ffff:10.0.0.1]:80', address: { host: '::ffff:10.0.0.1', port: 80 } },
  { given: ':8443', address: { host: '::', port: 8443 } },
]
for (const { given, address: expected } of addresses) {
  t.test(`address ${given}`, async t => {
    t.same(address(given), { kind: 'value', value: expected })
  })
}

for (const given of [
  '',
  '8443',
  '127.0.0.1',
  '127.0.0.1:',
  '127.0.0.1:65536',
  '127.0.0.1:-1',
  '::1:8443',
  '[::1]',
  'a b:1',
  'x:1e3',
  '[]:1',
]) {
  t.test(`no address: ${JSON.stringify(given)}`, async t => {
    const problem = `expected HOST:PORT, such as 127.0.0.1:8443 or [::]:8443, found "${given}"`
    t.same(address(given), { kind: 'wrong', problem })
  })
}

const namespaces = [
  { given: 'kube-system', valid: true },
  { given: '0', valid: true },
  { given: 'a'.repeat(63), valid: true },
  { given: 'a'.repeat(64), valid: false },
  { given: 'Demo', valid: false },
  { given: 'a.b', valid: false },
  { given: '-a', valid: false },
  { given: 'a-', valid: false },
  { given: '', valid: false },
]
for (const { given, valid } of namespaces) {
  t.test(`${given} is ${valid ? 'a' : 'no'} namespace`, async t => {
    t.equal(namespace(given).kind, valid ? 'value' : 'wrong')
  })
}

t.test('one of a few words, as they are written', async t => {
  const read = oneOf('on', 'off')
  t.same(read('off'), { kind: 'value', value: 'off' })
  t.same(read('Off'), { kind: 'wrong', problem: 'expected on or off, found "Off"' })
})

t.test('names for the certificate', async t => {
  t.same(serverName('hook.example'), { kind: 'value', value: 'hook.example' })
  t.same(serverName('a,O=b'), { kind: 'wrong', problem: 'expected a DNS name or an IP address, found "a,O=b"' })
})

t.test('text is taken as it is', async t => {
  t.same(text(' a,b '), { kind: 'value', value: ' a,b ' })
})
