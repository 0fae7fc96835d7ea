import { once } from 'node:events'
import { Agent } from 'node:https'
import { connect } from 'node:tls'
import t, { type Test } from 'tap'
import { untouched } from '../../src/admission/answer.ts'
import { reviewOf, startWebhook, type RunningWebhook } from './running-webhook.ts'

/** A connection on which the test writes HTTP by hand. */
async function rawConnection(t: Test, { port, ca }: RunningWebhook) {
  const socket = connect({ host: '127.0.0.1', port, ca })
  t.teardown(() => socket.destroy())
  let received = ''
  socket.on('data', (chunk: Buffer) => (received += chunk.toString()))
  socket.on('error', () => undefined)
  const closed = once(socket, 'close')
  await once(socket, 'secureConnect')
  return { socket, closed, received: () => received }
}

function httpRequest(body: string, length = Buffer.byteLength(body)): string {
  const headers = [
    'POST /mutate/pods HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${length}`,
  ]
  return `${headers.join('\r\n')}\r\n\r\n${body}`
}

t.test('a connection is kept for the next request', async t => {
  const webhook = await startWebhook(t)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.teardown(() => {
    agent.destroy()
  })
  for (let round = 0; round < 3; round++) {
    const answer = await webhook.call({ agent, body: reviewOf() })
    t.equal(answer.headers.connection, 'keep-alive')
    t.equal(answer.headers['keep-alive'], 'timeout=120', 'longer than the 90 s of an API server')
  }
  t.equal(Object.values(agent.freeSockets).flat().length, 1)
})

t.test('two requests in one packet get their answers in order', async t => {
  const webhook = await startWebhook(t)
  const { socket, received } = await rawConnection(t, webhook)
  socket.write(httpRequest(reviewOf({ uid: 'first' })) + httpRequest(reviewOf({ uid: 'second' })))
  while (!received().includes('second')) await once(socket, 'data')
  t.match(received(), /"uid":"first"[^]*"uid":"second"/)
})

t.test('a body that arrives byte by byte is read', async t => {
  const webhook = await startWebhook(t)
  const { socket, received } = await rawConnection(t, webhook)
  for (const byte of httpRequest(reviewOf({ uid: 'slow' }))) {
    socket.write(byte)
    await new Promise(setImmediate)
  }
  while (!received().includes('slow')) await once(socket, 'data')
  t.match(received(), /^HTTP\/1.1 200 OK/)
})

t.test('a client that goes away in the middle of its body harms nobody', async t => {
  const webhook = await startWebhook(t)
  const { socket, closed } = await rawConnection(t, webhook)
  socket.write(httpRequest(reviewOf(), 100_000))
  socket.end()
  await closed
  t.equal((await webhook.call({ body: reviewOf() })).status, 200)
})

t.test('what is not HTTP is answered, and the connection closed', async t => {
  const webhook = await startWebhook(t)
  const { socket, closed, received } = await rawConnection(t, webhook)
  socket.write('EHLO localhost\r\n\r\n')
  await closed
  t.match(received(), /^HTTP\/1.1 400 Bad Request/)
})

t.test('plain HTTP on the TLS port is closed, and harms nobody', async t => {
  const webhook = await startWebhook(t)
  await t.rejects(fetch(`http://127.0.0.1:${webhook.port}/mutate/pods`))
  t.equal((await webhook.call({ body: reviewOf() })).status, 200)
})

t.test('headers over the limit of Node', async t => {
  const webhook = await startWebhook(t)
  const answer = await webhook.call({
    body: reviewOf(),
    headers: { 'content-type': 'application/json', x: 'x'.repeat(20_000) },
  })
  t.equal(answer.status, 431)
})

t.test('half a request does not stop the server from closing', async t => {
  const webhook = await startWebhook(t)
  const { socket, closed } = await rawConnection(t, webhook)
  socket.write(httpRequest(reviewOf(), 100_000))
  await webhook.drain(50)
  await closed
})

t.test('a connection that never asked anything does not stop it either', async t => {
  const webhook = await startWebhook(t)
  const { closed } = await rawConnection(t, webhook)
  await webhook.drain(50)
  await closed
})

t.test('an idle connection is closed at once, long before the deadline', async t => {
  const webhook = await startWebhook(t)
  const agent = new Agent({ keepAlive: true })
  t.equal((await webhook.call({ agent, body: reviewOf() })).status, 200)
  await webhook.drain(600_000)
  t.pass('closed')
  agent.destroy()
})

t.test('a request in flight while closing is answered as always; then its connection closes', async t => {
  const entered = Promise.withResolvers<undefined>()
  const finish = Promise.withResolvers<undefined>()
  const webhook = await startWebhook(t, async () => {
    entered.resolve(undefined)
    await finish.promise
    return untouched('no-label')
  })
  const agent = new Agent({ keepAlive: true })
  t.teardown(() => {
    agent.destroy()
  })
  const answer = webhook.call({ agent, body: reviewOf() })
  await entered.promise
  const drained = webhook.drain(600_000)
  finish.resolve(undefined)
  t.match(await answer, { status: 200, headers: { connection: 'close' } })
  await drained
  await t.rejects(webhook.call({ body: reviewOf() }), { code: 'ECONNREFUSED' })
})

t.test('a request whose body arrives while closing is answered as always, too', async t => {
  const webhook = await startWebhook(t)
  const { socket, closed, received } = await rawConnection(t, webhook)
  const whole = httpRequest(reviewOf({ uid: 'late' }))
  socket.write(whole.slice(0, 200))
  await webhook.call({ body: reviewOf() })
  const drained = webhook.drain(600_000)
  socket.write(whole.slice(200))
  await closed
  await drained
  t.match(received(), /^HTTP\/1.1 200 OK[^]*connection: close[^]*"uid":"late"/i)
})

t.test('a first request that comes while closing is answered as always: a 503 would be a failed admission', async t => {
  const webhook = await startWebhook(t)
  const { socket, closed, received } = await rawConnection(t, webhook)
  const drained = webhook.drain(600_000)
  await new Promise(setImmediate)
  socket.write(httpRequest(reviewOf({ uid: 'first' })))
  await closed
  await drained
  t.match(received(), /^HTTP\/1.1 200 OK[^]*connection: close[^]*"uid":"first"/i)
})
