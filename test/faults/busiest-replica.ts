import type { Replica } from '../steady/replica.ts'
import type { Scene } from './fault.ts'

/** The one with the most connections: what happens to it hurts most. */
export function busiestReplica({ fleet }: Scene): Replica {
  const [first, ...others] = fleet.replicas
  if (!first) throw new Error('no replica is running')
  const load = ({ name }: Replica) => fleet.relay.connections(name)
  return others.reduce((busiest, one) => (load(one) > load(busiest) ? one : busiest), first)
}
