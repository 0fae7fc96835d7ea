import { setTimeout } from 'node:timers/promises'
import { podKinds, type PodKind } from '../steady/pod-kinds.ts'
import { PodWriters } from '../steady/pod-writers.ts'
import type { Fault } from './fault.ts'

/**
 * The API server takes no request over 3 MiB (3,145,728 bytes), and etcd no object over 1.5 MiB, which is found out
 * behind the webhooks: as a dry run a pod of nearly 3 MiB passes all of them.
 */
const size = 3_140_000
const rate = 2
const seconds = 15

export const largePods: Fault = {
  name: '3 MB pods',
  happens: `${rate * seconds} pods of ${size.toLocaleString('en')} bytes come within ${seconds} s, the largest that the API server hands on; as dry runs, since etcd stores none of them`,
  async inject({ plane, site }) {
    const kinds = podKinds.slice(0, 1).map(grown)
    const large = new PodWriters({
      facts: plane,
      namespace: site.namespace,
      rate,
      kinds,
      dryRun: true,
      prefix: 'large',
    })
    large.start()
    await setTimeout(seconds * 1000)
    await large.stop()
    const right = large.creations.filter(({ fate }) => fate === 'right').length
    const longest = Math.max(...large.creations.map(({ took }) => took))
    return {
      notes: [`${right} of ${large.creations.length} large pods answered, the slowest after ${longest.toFixed(0)} ms`],
      creations: large.creations,
    }
  },
}

/** With arguments until the whole request is as large as that. */
function grown(kind: PodKind): PodKind {
  const containers = [{ name: 'app', image: 'registry.example.com/app:1', args: ['x'.repeat(size - 500)] }]
  return { ...kind, spec: { containers } }
}
