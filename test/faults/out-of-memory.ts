import { join } from 'node:path'
import type { Fault } from './fault.ts'
import { suddenDeath } from './sudden-death.ts'

const leak = ['--max-old-space-size=96', `--import=${join(import.meta.dirname, 'leak.ts')}`]

export const outOfMemory: Fault = {
  name: 'out of memory',
  happens: 'a replica whose heap may have 96 MB leaks until V8 aborts the process (no cgroup: that needs rights)',
  mayFail: 'calls in flight there',
  async prepare({ fleet, call }) {
    const before = [...fleet.replicas]
    await fleet.startReady({ ...call, nodeArguments: leak })
    // So it has all connections; those that come later get new ones only.
    await Promise.all(before.map(one => fleet.retire(one)))
    for (let more = 1; more < before.length; more++) await fleet.startReady(call)
  },
  inject(scene) {
    const [victim] = scene.fleet.replicas
    if (!victim) throw new Error('no replica is running')
    return suddenDeath(scene, victim, () => {
      victim.signal('SIGUSR2')
    })
  },
}
