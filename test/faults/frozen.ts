import { setTimeout } from 'node:timers/promises'
import { busiestReplica } from './busiest-replica.ts'
import type { Fault } from './fault.ts'

/** Less than the ten seconds that the API server waits. */
const frozenSeconds = 7

export const frozen: Fault = {
  name: 'frozen',
  happens: `the replica with the most connections gets no processor for ${frozenSeconds} s (SIGSTOP, SIGCONT), as on a node that is paused or throttled`,
  async inject(scene) {
    const victim = busiestReplica(scene)
    victim.signal('SIGSTOP')
    await setTimeout(frozenSeconds * 1000)
    victim.signal('SIGCONT')
    await victim.untilReady()
    return { notes: [`${victim.name} is ready again`] }
  },
}
