import { readdir } from 'node:fs/promises'
import { memberOf } from '../../test/cluster/json-member.ts'
import { until } from '../../test/cluster/until.ts'
import type { Replica } from '../../test/steady/replica.ts'
import { memoryOf } from '../process-usage.ts'

/** What one replica holds at one moment, behind a full collection of garbage. */
export interface Sample {
  /** Hours since the soak began. */
  readonly hours: number
  /** MiB. */
  readonly resident: number
  /** MiB of V8's heap. */
  readonly heap: number
  /** Of all kinds but the next one. */
  readonly descriptors: number
  /** Of the API server to the webhook: they come and go with the load. */
  readonly connections: number
}

const collected = 'collected'

/** Node's arguments of a replica that can be sampled. */
export const sampledArguments = ['--expose-gc', `--import=${new URL('collect-on-signal.ts', import.meta.url).href}`]

/** Rejects where the replica is gone, or does not collect. */
export async function sampleOf(replica: Replica, hours: number): Promise<Sample> {
  const seen = replica.log.lines().length
  replica.signal('SIGUSR2')
  const line = await until(`${replica.name} collects garbage`, () => Promise.resolve(replica.log.find(collected, seen)))
  const { resident } = await memoryOf(replica.pid)
  const connections = await replica.metric('bond_injector_connections_open')
  const descriptors = (await readdir(`/proc/${replica.pid}/fd`)).length - connections
  return { hours, resident, heap: Number(memberOf(line, 'heapUsed')) / 2 ** 20, descriptors, connections }
}
