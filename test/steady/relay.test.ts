import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { Relay, type Upstream } from './relay.ts'

interface Echo extends Upstream {
  ready: boolean
  readonly server: Server
  readonly sockets: readonly Socket[]
}

/** Answers `quiet` with nothing, and everything else with its name. */
async function echo(t: Test, name: string): Promise<Echo> {
  const sockets: Socket[] = []
  const server = createServer(socket => {
    sockets.push(socket.on('error', () => undefined))
    socket.on('data', data => {
      if (data.toString() !== 'quiet') socket.write(name)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  t.teardown(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const { port } = server.address() as AddressInfo
  const one = { name, port, server, sockets, ready: true, isReady: () => Promise.resolve(one.ready) }
  return one
}

/** It looks at readiness only when it is told to. */
async function relayOf(t: Test, ...upstreams: readonly Upstream[]): Promise<Relay> {
  const relay = await Relay.open({ lookEvery: 1_000_000 })
  t.teardown(() => relay.close())
  for (const one of upstreams) await relay.add(one)
  return relay
}

async function client(t: Test, { port }: Relay): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  return socket.on('error', () => undefined)
}

/** Resolves however it is closed; `once` would reject where that is by an error. */
function closed(socket: Socket): Promise<unknown> {
  return new Promise(resolve => socket.on('close', resolve))
}

async function ask(socket: Socket): Promise<string> {
  socket.write('who')
  const [data] = (await once(socket, 'data')) as [Buffer]
  return data.toString()
}

const askNew = async (t: Test, relay: Relay) => ask(await client(t, relay))

t.test('new connections go in turn to those that are ready; open ones go on', async t => {
  const [a, b] = [await echo(t, 'a'), await echo(t, 'b')]
  const relay = await relayOf(t, a, b)
  const first = await client(t, relay)
  t.equal(await ask(first), 'a')
  t.same([await askNew(t, relay), await askNew(t, relay)], ['b', 'a'])
  a.ready = false
  await relay.look()
  t.same(relay.ready, ['b'])
  t.same([await askNew(t, relay), await askNew(t, relay)], ['b', 'b'])
  t.equal(await ask(first), 'a')
  relay.remove('b')
  await closed(connect(relay.port, '127.0.0.1').on('error', () => undefined))
  t.equal(relay.connections('a'), 2)
})

t.test('a refused connection goes to the next one', async t => {
  const [a, b] = [await echo(t, 'a'), await echo(t, 'b')]
  const relay = await relayOf(t, a, b)
  a.server.close()
  t.same([await askNew(t, relay), await askNew(t, relay)], ['b', 'b'])
})

t.test('the end of a connection is handed on, behind all that was said', async t => {
  const a = await echo(t, 'a')
  const relay = await relayOf(t, a)
  const one = await client(t, relay)
  await ask(one)
  const large = Buffer.alloc(3_000_000, 'x')
  a.sockets[0]?.end(large)
  let length = 0
  for await (const chunk of one as AsyncIterable<Buffer>) length += chunk.length
  t.equal(length, large.length)
  t.equal(relay.broken('a'), 0, 'nobody waited for an answer')
})

t.test('broken connections count where an answer was owed', async t => {
  const a = await echo(t, 'a')
  const relay = await relayOf(t, a)
  const [idle, waiting, leaving] = [await client(t, relay), await client(t, relay), await client(t, relay)]
  for (const one of [idle, waiting, leaving]) await ask(one)
  waiting.write('quiet')
  await once(a.sockets[1] ?? waiting, 'data')
  leaving.end()
  await closed(leaving)
  const both = [idle, waiting].map(closed)
  for (const socket of a.sockets) socket.resetAndDestroy()
  await Promise.all(both)
  t.equal(relay.broken('a'), 1)
  t.equal(relay.connections('a'), 0)
})

t.test('forgotten connections fall silent for good, and nobody is told', async t => {
  const a = await echo(t, 'a')
  const relay = await relayOf(t, a)
  const old = await client(t, relay)
  await ask(old)
  relay.forget('a')
  old.write('who')
  a.sockets[0]?.destroy()
  let heard = ''
  for (const event of ['data', 'end', 'close']) old.on(event, () => (heard = event))
  t.equal(await askNew(t, relay), 'a', 'a new connection is not concerned')
  t.equal(heard, '')
})
