import t from 'tap'
import { scene, sriov, synced, until } from './followed-cluster.ts'

// Takes half a minute: the client library gives up a watch that is silent for 30 s, and no setting shortens that.
t.test('a watch that falls silent for good is given up, and what was missed is learned', async t => {
  const s = await scene(t)
  await synced(s)
  await until('the watch is open', () => s.server.openWatches === 1)
  s.server.silenceWatches()
  s.server.set('late', sriov)
  t.strictSame(s.known(), ['sriovnet1', 'sriovnet2'], 'nobody tells')
  s.clock.now += 61_000
  t.match(s.networks.condition(), { ok: false, message: /nothing was heard about the networks for 61 s/ })
  await until('the change is known', () => s.known().includes('late'), 50_000)
  t.match(s.networks.condition(), { ok: true })
  t.equal(s.server.calls.list, 1, 'from where it was: nothing is listed again')
})
