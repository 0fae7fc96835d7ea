import { busiestReplica } from './busiest-replica.ts'
import type { Fault } from './fault.ts'
import { suddenDeath } from './sudden-death.ts'

export const killed: Fault = {
  name: 'SIGKILL',
  happens: 'the replica with the most connections is killed',
  mayFail: 'calls in flight there',
  inject(scene) {
    const victim = busiestReplica(scene)
    return suddenDeath(scene, victim, () => {
      victim.signal('SIGKILL')
    })
  },
}
