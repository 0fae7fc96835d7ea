import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { openCutWire } from '../../../bench/soak/cut-wire.ts'

async function echo(t: Test): Promise<number> {
  const server = createServer(socket => socket.on('error', () => undefined).pipe(socket))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  t.teardown(() => server.close())
  return (server.address() as AddressInfo).port
}

t.test('what is open breaks off at a cut, and the next connection works', async t => {
  const wire = await openCutWire(await echo(t))
  t.teardown(() => wire.close())
  for (const turn of ['first', 'second']) {
    const socket = connect(wire.port, '127.0.0.1')
    socket.write(turn)
    t.equal(String((await once(socket, 'data'))[0]), turn)
    const broken = once(socket, 'error')
    wire.cut()
    t.match((await broken)[0], { code: 'ECONNRESET' })
  }
})

t.test('where nobody listens behind it, the connection ends', async t => {
  const wire = await openCutWire(1)
  t.teardown(() => wire.close())
  const socket = connect(wire.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'close')
})
