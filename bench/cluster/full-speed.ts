import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import type { ApiServerFacts } from '../../test/cluster/api-request.ts'
import { createPod } from '../../test/steady/create-pod.ts'
import type { PodKind } from '../../test/steady/pod-kinds.ts'

export interface FullSpeedCall {
  readonly namespace: string
  readonly pod: PodKind
  readonly seconds: number
}

const connections = 16

/**
 * Creates pods on all connections, the next one as soon as the last one is there.
 *
 * @returns creations per second
 * @throws when one of them is not right: a wrong one must not count as a fast one
 */
export async function fullSpeed(facts: ApiServerFacts, { namespace, pod, seconds }: FullSpeedCall): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, ca: readFileSync(facts.caFile) })
  const begin = performance.now()
  const elapsed = () => (performance.now() - begin) / 1000
  let count = 0
  const writer = async () => {
    while (elapsed() < seconds) {
      const name = `full-speed-${count++}`
      const { fate, problem } = await createPod({ facts, agent, namespace, name, kind: pod })
      if (fate !== 'right') throw new Error(`${namespace}/${name}: ${fate}: ${problem}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, writer))
    return count / elapsed()
  } finally {
    agent.destroy()
  }
}
