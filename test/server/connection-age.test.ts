import { once } from 'node:events'
import { Agent } from 'node:https'
import { createConnection } from 'node:net'
import { connect } from 'node:tls'
import t, { type Test } from 'tap'
import { Connections } from '../../src/server/connections.ts'
import { reviewOf, startWebhook, unchanged, type Call } from './running-webhook.ts'

/** The server on a clock of the test's own, and a client with one connection, as long as it is kept. */
async function start(t: Test) {
  let now = 500
  const connections = new Connections(() => now)
  const webhook = await startWebhook(t, unchanged, connections)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.teardown(() => {
    agent.destroy()
  })
  const pass = (seconds: number) => {
    now += seconds * 1000
  }
  const ask = async (call: Call = {}) => {
    const { status, headers } = await webhook.call({ agent, body: reviewOf(), ...call })
    return `${status} ${headers.connection ?? ''}`
  }
  return { webhook, connections, agent, pass, ask }
}

t.test('a connection is kept for some twenty seconds, however much it is used', async t => {
  const { connections, pass, ask } = await start(t)
  for (let round = 0; round < 22; round++) {
    t.equal(await ask(), '200 keep-alive')
    pass(1)
  }
  t.equal(connections.opened, 1)
})

t.test('behind the answer that comes later than that it ends, and the next request makes a new one', async t => {
  const { connections, pass, ask } = await start(t)
  t.equal(await ask(), '200 keep-alive')
  pass(38)
  t.equal(await ask(), '200 close')
  t.equal(await ask(), '200 keep-alive')
  t.equal(connections.opened, 2)
})

t.test('a refused request ends it as well', async t => {
  const { pass, ask } = await start(t)
  for (const [path, status] of [
    ['/mutate/pods', 400],
    ['/elsewhere', 404],
  ] as const) {
    t.equal(await ask({ path, body: '{}' }), `${status} keep-alive`)
    pass(38)
    t.equal(await ask({ path, body: '{}' }), `${status} close`)
  }
})

t.test('connections that were opened together do not end together', async t => {
  let now = 0
  const connections = new Connections(() => now)
  const webhook = await startWebhook(t, unchanged, connections)
  const agent = new Agent({ keepAlive: true })
  t.teardown(() => {
    agent.destroy()
  })
  const round = async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => webhook.call({ agent, body: reviewOf() })))
    return answers.filter(({ headers }) => headers.connection === 'close').length
  }
  t.equal(await round(), 0)
  now = 30_000
  const ended = await round()
  // 20 of 20 on the same side of the middle: once in half a million runs.
  t.ok(ended > 0 && ended < 20, `${ended} of 20 ended at half a minute`)
})

t.test('open connections are counted until they are closed', async t => {
  const { connections, agent, ask } = await start(t)
  t.equal(connections.open, 0)
  await ask()
  t.equal(connections.open, 1)
  agent.destroy()
  while (connections.open > 0) await new Promise(setImmediate)
  t.equal(connections.opened, 1)
})

t.test('what goes wrong on connections is counted by layer', async t => {
  const { webhook, connections } = await start(t)
  t.same(
    [...connections.failures],
    [
      ['tls', 0],
      ['http', 0],
    ],
  )
  const plain = createConnection({ host: '127.0.0.1', port: webhook.port })
  plain.on('error', () => undefined)
  plain.end('GET / HTTP/1.1\r\n\r\n')
  await once(plain.resume(), 'close')
  t.equal(connections.failures.get('tls'), 1)
  const other = connect({ host: '127.0.0.1', port: webhook.port, ca: webhook.ca })
  await once(other, 'secureConnect')
  other.write('EHLO localhost\r\n\r\n')
  await once(other.resume(), 'close')
  t.equal(connections.failures.get('http'), 1)
})

t.test('the time of the last request: when its headers were here', async t => {
  const { connections, pass, ask } = await start(t)
  t.equal(connections.lastRequest, 0)
  pass(1)
  await ask()
  t.equal(connections.lastRequest, 1_500)
  pass(1)
  t.equal(connections.lastRequest, 1_500)
  await ask({ path: '/elsewhere' })
  t.equal(connections.lastRequest, 1_500, 'only those that may be admissions')
})
