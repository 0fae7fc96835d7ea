import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { formatAddress, listen } from '../../src/server/listen.ts'

function serverOf(t: Test) {
  const app = Fastify()
  t.teardown(() => app.close())
  return app
}

/** A server that cannot listen on some hosts. */
function without(t: Test, code: string, ...hosts: readonly string[]) {
  const app = serverOf(t)
  const tried: string[] = []
  const server = {
    server: app.server,
    listen(options: { host: string; port: number }) {
      tried.push(options.host)
      if (!hosts.includes(options.host)) return app.listen(options)
      return Promise.reject(Object.assign(new Error(`listen ${code}: ${options.host}`), { code }))
    },
  }
  return { server, tried }
}

t.test('port 0 is any that is free, and the answer says which', async t => {
  const app = serverOf(t)
  const listening = await listen(app, { host: '127.0.0.1', port: 0 })
  t.match(listening, {
    kind: 'listening',
    address: { host: '127.0.0.1', port: (app.server.address() as AddressInfo).port },
  })
})

t.test('localhost is one address', async t => {
  t.match(await listen(serverOf(t), { host: 'localhost', port: 0 }), { address: { host: '127.0.0.1' } })
})

for (const code of ['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EINVAL']) {
  t.test(`all addresses are those of IPv4 where there is no IPv6 (${code})`, async t => {
    const { server, tried } = without(t, code, '::')
    t.match(await listen(server, { host: '::', port: 0 }), { kind: 'listening', address: { host: '0.0.0.0' } })
    t.same(tried, ['::', '0.0.0.0'])
  })
}

t.test('one address of IPv6 is not replaced', async t => {
  const { server, tried } = without(t, 'EADDRNOTAVAIL', '::1')
  t.same(await listen(server, { host: '::1', port: 8443 }), {
    kind: 'failed',
    problem: '[::1]:8443 is not an address of this machine',
  })
  t.same(tried, ['::1'])
})

t.test('a port that is in use', async t => {
  const other = createServer().listen(0, '127.0.0.1')
  t.teardown(() => other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  t.same(await listen(serverOf(t), { host: '127.0.0.1', port }), {
    kind: 'failed',
    problem: `127.0.0.1:${port} is in use`,
  })
})

const failures = [
  { code: 'EACCES', problem: '192.0.2.1:443 needs a permission that this process does not have' },
  { code: 'EADDRNOTAVAIL', problem: '192.0.2.1:443 is not an address of this machine' },
  { code: 'ENOTFOUND', problem: '192.0.2.1 is not a name that this machine can resolve' },
  { code: 'EOTHER', problem: '192.0.2.1:443 cannot be listened on (listen EOTHER: 192.0.2.1)' },
]
for (const { code, problem } of failures) {
  t.test(`an address that cannot be had: ${code}`, async t => {
    const { server } = without(t, code, '192.0.2.1')
    t.same(await listen(server, { host: '192.0.2.1', port: 443 }), { kind: 'failed', problem })
  })
}

t.test('addresses as URLs need them', async t => {
  t.equal(formatAddress({ host: '127.0.0.1', port: 8443 }), '127.0.0.1:8443')
  t.equal(formatAddress({ host: '::', port: 8443 }), '[::]:8443')
})
