import { Agent } from 'node:https'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { untouched } from '../../src/admission/answer.ts'
import type { Handler } from '../../src/admission/handler.ts'
import { makeAuthority } from '../../src/certs/authority.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { openServers, type OpenServers } from '../../src/cli/open-servers.ts'
import { callServer, reviewOf, type Answer } from '../server/running-webhook.ts'
import { labelValues, readScrape } from '../server/scraped.ts'

const authority = await makeAuthority(new Date())
const pair = await authority.issue(['localhost', '127.0.0.1'], new Date())
const anyPort = { host: '127.0.0.1', port: 0 }

/** Both servers, on a clock that stands still while `busy` is awaited, and jumps when somebody sleeps. */
async function start(t: Test, handler: Handler, drainSeconds = 15, busy = Promise.resolve()) {
  let skipped = 0
  const sleep = async (milliseconds: number) => {
    await busy
    skipped += milliseconds
  }
  const opening = await openServers({
    webhook: {
      served: new ServedPair(pair),
      endpoints: [{ path: '/mutate/pods', handler }],
      log: pino({ level: 'silent' }),
    },
    listen: anyPort,
    opsListen: anyPort,
    conditions: () => [{ name: 'networks', ok: true, message: '3 networks' }],
    publish: async () => undefined,
    drainSeconds,
    pause: { now: () => performance.now() + skipped, sleep },
  })
  if (opening.kind === 'failed') throw new Error(opening.problems.join('; '))
  t.teardown(opening.opened.close)
  return opening.opened
}

function ask({ webhook }: OpenServers, agent?: Agent): Promise<Answer> {
  return callServer({ port: webhook.port, ca: authority.cert, body: reviewOf(), ...(agent && { agent }) })
}

function keepAlive(t: Test): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })
  t.teardown(() => {
    agent.destroy()
  })
  return agent
}

const ops = async ({ ops: { port } }: OpenServers, path: string) => fetch(`http://127.0.0.1:${port}${path}`)

t.test('not ready at once, and still answering; each answer ends its connection', async t => {
  const busy = Promise.withResolvers<undefined>()
  const servers = await start(t, () => untouched('no-label'), 15, busy.promise.then())
  const agent = keepAlive(t)
  t.equal((await ask(servers, agent)).headers.connection, 'keep-alive')
  t.equal((await ops(servers, '/readyz')).status, 200)

  const left = servers.leave()
  t.equal((await ops(servers, '/readyz')).status, 503)
  t.equal((await ops(servers, '/healthz')).status, 200, 'nobody restarts it')
  const open = await ask(servers, agent)
  t.match(open, { status: 200, headers: { connection: 'close' } }, 'on a connection that was open')
  const anew = await ask(servers, agent)
  t.match(anew, { status: 200, headers: { connection: 'close' } }, 'on a new one')

  busy.resolve(undefined)
  t.equal(await left, 'quiet')
  await servers.close()
  await t.rejects(ask(servers, agent), { code: 'ECONNREFUSED' })
})

t.test('clients that keep sending lose nothing', async t => {
  const clients = 4
  const each = 25
  const finished = Promise.withResolvers<undefined>()
  const servers = await start(t, () => untouched('no-label'), 15, finished.promise.then())
  const agent = keepAlive(t)
  const leaving = Promise.withResolvers<undefined>()
  const send = async () => {
    const answers: number[] = []
    for (let sent = 0; sent < each; sent++) {
      answers.push((await ask(servers, agent)).status)
      if (sent === 5) leaving.resolve(undefined)
    }
    return answers
  }
  const sent = Promise.all(Array.from({ length: clients }, send))
  await leaving.promise
  const left = servers.leave()
  const answers = (await sent).flat()
  t.same(
    answers,
    Array.from({ length: clients * each }, () => 200),
  )
  finished.resolve(undefined)
  t.equal(await left, 'quiet')
  await servers.close()
})

t.test('an idle connection does not hold it up', async t => {
  const servers = await start(t, () => untouched('no-label'))
  const agent = keepAlive(t)
  await ask(servers, agent)
  t.equal(Object.values(agent.freeSockets).flat().length, 1, 'the client keeps one')
  t.equal(await servers.leave(), 'quiet')
  await servers.close()
  await t.rejects(ask(servers, agent), { code: /ECONNREFUSED|ECONNRESET/ })
})

t.test('a slow request in flight is finished', async t => {
  const entered = Promise.withResolvers<undefined>()
  const finish = Promise.withResolvers<undefined>()
  const servers = await start(t, async () => {
    entered.resolve(undefined)
    await finish.promise
    return untouched('no-label')
  })
  const answer = ask(servers, keepAlive(t))
  await entered.promise
  t.equal(await servers.leave(), 'quiet')
  const closed = servers.close()
  finish.resolve(undefined)
  t.match(await answer, { status: 200, headers: { connection: 'close' } })
  await closed
})

t.test('without time for it, it is over at once', async t => {
  const servers = await start(t, () => untouched('no-label'), 0, new Promise<never>(() => undefined))
  t.equal(await servers.leave(), 'quiet')
})

t.test('metrics on the port of health, with the conditions as numbers', async t => {
  const servers = await start(t, () => untouched('no-label'))
  await ask(servers)
  const answer = await ops(servers, '/metrics')
  t.match(answer.headers.get('content-type'), /^text\/plain; version=0\.0\.4/)
  const scraped = readScrape(await answer.text())
  t.same(labelValues(scraped, 'condition'), ['networks', 'serving'])
  t.equal(scraped.series.get('bond_injector_condition{condition="serving"}'), 1)
  t.match(labelValues(scraped, 'version'), [/^\d+\.\d+\.\d+/])
  t.equal(scraped.series.get('bond_injector_connections_total'), 1)
  void servers.leave()
  const later = readScrape(await (await ops(servers, '/metrics')).text())
  t.equal(later.series.get('bond_injector_condition{condition="serving"}'), 0)
})
