import t from 'tap'
import { EventLoop } from '../../src/server/event-loop.ts'

t.test('a window tells how long the loop was blocked, and the next one forgets it', async t => {
  const loop = new EventLoop()
  t.teardown(() => {
    loop.stop()
  })
  t.same(loop.delay, { median: 0, p99: 0, longest: 0 }, 'nothing before the first window is over')
  // The first sample only starts its clock.
  await turns(5)
  block(60)
  await turns(5)
  loop.turn()
  t.ok(loop.delay.longest >= 0.04, `longest ${loop.delay.longest}`)
  t.ok(loop.delay.longest >= loop.delay.p99 && loop.delay.p99 >= loop.delay.median && loop.delay.median >= 0)
  loop.turn()
  t.same(loop.delay, { median: 0, p99: 0, longest: 0 })
})

/** Turns of timers, as many as the histogram needs to see. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setTimeout(resolve, 10))
}

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}
