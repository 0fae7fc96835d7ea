import { once } from 'node:events'
import { Agent, createServer } from 'node:https'
import { Socket } from 'node:net'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { pino } from 'pino'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { followPair } from '../../src/server/tls.ts'
import { reviewOf, startWebhook, type RunningWebhook } from './running-webhook.ts'

async function handshake({ port, ca }: RunningWebhook, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', port, ca, ...options })
  await once(socket, 'secureConnect')
  return socket
}

t.test('TLS 1.2 and 1.3, and nothing older', async t => {
  const webhook = await startWebhook(t)
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
    const socket = await handshake(webhook, { minVersion: version, maxVersion: version })
    t.equal(socket.getProtocol(), version)
    socket.destroy()
  }
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  await t.rejects(handshake(webhook, old), { code: /ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/ })
})

t.test('HTTP/1.1 is what it speaks', async t => {
  const webhook = await startWebhook(t)
  const socket = await handshake(webhook, { ALPNProtocols: ['h2', 'http/1.1'] })
  t.equal(socket.alpnProtocol, 'http/1.1')
  socket.destroy()
})

t.test('a client that trusts another authority sends nothing', async t => {
  const webhook = await startWebhook(t)
  const { cert } = await makeAuthority(new Date())
  await t.rejects(webhook.call({ ca: cert }), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
  await t.rejects(webhook.call({ servername: 'other.example' }), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  t.same(webhook.log, [])
})

t.test('what a client says that does not trust the certificate is told, and nothing else is', t => {
  const served = new ServedPair()
  let told = 0
  served.subscribe({ changed: () => undefined, kept: () => undefined, distrusted: () => told++ })
  const server = createServer()
  followPair(server, served, pino({ level: 'silent' }))
  const cases = [
    { code: 'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE', distrust: true },
    { code: 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', distrust: true },
    { code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', distrust: true },
    { code: 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN', distrust: true },
    { code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', distrust: false },
    { code: 'ERR_SSL_HTTP_REQUEST', distrust: false },
    { code: 'ECONNRESET', distrust: false },
  ]
  for (const { code, distrust } of cases) {
    told = 0
    server.emit(
      'tlsClientError',
      Object.assign(new Error('refused'), { code }),
      new Socket().on('error', () => undefined),
    )
    t.equal(told, distrust ? 1 : 0, code)
  }
  t.end()
})

t.test('a new certificate: new connections get it, open ones go on', async t => {
  const webhook = await startWebhook(t)
  const before = webhook.served.pair
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.teardown(() => {
    agent.destroy()
  })
  const body = reviewOf()
  t.equal((await webhook.call({ agent, body })).status, 200)

  const pair = await webhook.authority.issue(['localhost', '127.0.0.1'], new Date())
  webhook.served.offer({ kind: 'pair', pair }, new Date())
  const socket = await handshake(webhook)
  t.equal(socket.getPeerX509Certificate()?.fingerprint256, pair.fingerprint)
  t.not(pair.fingerprint, before.fingerprint)
  socket.destroy()
  t.equal((await webhook.call({ agent, body })).status, 200)
  t.match(webhook.log, [
    { msg: 'admission' },
    { msg: 'certificate changed', fingerprint: pair.fingerprint },
    { msg: 'admission' },
  ])

  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  await t.rejects(handshake(webhook, old), 'the new context allows no older TLS either')
})

t.test('a pair that cannot be used: the old one stays, and the log says why', async t => {
  const webhook = await startWebhook(t)
  webhook.served.offer({ kind: 'bad', problem: 'the key does not belong to the certificate' }, new Date())
  t.equal((await webhook.call({ body: reviewOf() })).status, 200)
  t.match(webhook.log[0], { level: 50, problem: 'the key does not belong to the certificate' })
})
