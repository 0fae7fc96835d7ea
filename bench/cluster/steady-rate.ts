import { setTimeout } from 'node:timers/promises'
import type { ApiServerFacts } from '../../test/cluster/api-request.ts'
import type { PodKind } from '../../test/steady/pod-kinds.ts'
import { PodWriters } from '../../test/steady/pod-writers.ts'

export interface SteadyRateCall {
  readonly namespace: string
  readonly pod: PodKind
  readonly seconds: number
  /** Creations a second, whether or not the API server keeps up with it. */
  readonly rate: number
}

/**
 * Creates pods at a fixed rate.
 *
 * @returns creations per second
 * @throws when one of them is not right
 */
export async function steadyRate(
  facts: ApiServerFacts,
  { namespace, pod, seconds, rate }: SteadyRateCall,
): Promise<number> {
  const writers = new PodWriters({ facts, namespace, rate, kinds: [pod] })
  const begin = performance.now()
  writers.start()
  await setTimeout(seconds * 1000)
  await writers.stop()
  const bad = writers.creations.find(({ fate }) => fate !== 'right')
  if (bad) throw new Error(`${namespace}, ${pod.name} at ${rate} a second: ${bad.fate}: ${bad.problem}`)
  return writers.creations.length / ((performance.now() - begin) / 1000)
}
