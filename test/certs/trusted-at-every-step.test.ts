import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import t, { type Test } from 'tap'
import { makeAuthority, type Authority } from '../../src/certs/authority.ts'
import { readBundle } from '../../src/certs/bundle.ts'
import { writeStored } from '../../src/certs/stored-certificates.ts'
import { Replicas, type Replica } from './replicas.ts'

// Real TLS, so in real time: TLS clients do not take the clock from us. What was made long ago is made with an old date.
const now = Date.now()
const day = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(now - days * day)

/** An HTTPS server that takes over what the replica serves, and its port. */
async function listening(t: Test, { served }: Replica): Promise<number> {
  const server: Server = createServer({ cert: served.pair.cert, key: served.pair.key }, (_, answer) => answer.end())
  served.subscribe({
    changed: ({ cert, key }) => {
      server.setSecureContext({ cert, key })
    },
    kept: problem => t.fail(problem),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return (server.address() as AddressInfo).port
}

/** The fingerprint that a client sees who trusts this bundle alone; it throws where the client turns away. */
async function seenBy(ca: string, port: number): Promise<string | undefined> {
  const socket = connect({ host: '127.0.0.1', port, ca, servername: 'localhost' })
  await once(socket, 'secureConnect')
  const fingerprint = socket.getPeerX509Certificate()?.fingerprint256
  socket.destroy()
  return fingerprint
}

/** Two replicas that find this in the Secret, and a look that has a client connect to both before and after. */
async function scene(t: Test, authority: Authority, issued: Date) {
  const replicas = new Replicas(2, issued)
  const pair = await authority.issue(['localhost'], issued)
  const trusted = readBundle(authority.cert).certificates
  replicas.secrets.set(writeStored({ trusted, signing: authority, next: undefined, pair }))
  for (const each of replicas.all) await each.keeper.look()
  const ports = await Promise.all(replicas.all.map(each => listening(t, each)))
  const seen = (bundle: string) => Promise.all(ports.map(port => seenBy(bundle, port)))
  const look = async (at: number) => {
    const before = replicas.bundle
    await replicas.all[at]?.keeper.look()
    await seen(before)
    return seen(replicas.bundle)
  }
  return { replicas, pair, look }
}

t.test('a certificate is renewed', async t => {
  const authority = await makeAuthority(daysAgo(100))
  const { replicas, pair, look } = await scene(t, authority, daysAgo(61))
  replicas.now = new Date(now)
  const [one, two] = await look(0)
  t.not(one, pair.fingerprint, 'by the replica that looked')
  t.equal(two, pair.fingerprint)
  t.same(await look(1), [one, one], 'and taken over by the other one')
  t.equal(replicas.bundle, authority.cert, 'clients need nothing new')
})

t.test('an authority is renewed', async t => {
  const authority = await makeAuthority(daysAgo(5 * 365 - 50))
  const { replicas, pair, look } = await scene(t, authority, daysAgo(61))
  const oldOnly = replicas.bundle
  t.equal(readBundle(oldOnly).certificates.length, 2, 'the next one is trusted already')
  t.same(await look(0), [pair.fingerprint, pair.fingerprint], 'and signs nothing yet')

  replicas.now = new Date(now)
  const [one] = await look(0)
  t.not(one, pair.fingerprint)
  t.same(await look(1), [one, one])
  const [signing = '', old = ''] = readBundle(replicas.secrets.data?.['ca.crt'] ?? '').certificates.map(String)
  t.equal(old, authority.cert)
  t.equal(await seenBy(signing, await listening(t, replicas.all[0] as Replica)), one, 'by the new authority alone')
  t.equal(replicas.secrets.data?.['next-ca.key'], '')
  for (const at of [0, 1, 0, 1]) t.same(await look(at), [one, one], 'the old one goes on being trusted')
})

t.test('the client of these tests does turn away from strangers', async t => {
  const { replicas } = await scene(t, await makeAuthority(daysAgo(100)), daysAgo(1))
  const port = await listening(t, replicas.all[0] as Replica)
  await t.rejects(seenBy((await makeAuthority(daysAgo(1))).cert, port), { message: /unable to verify|self-signed/ })
})
