import { annotations, foreignAnnotations } from '../../src/bonding/keys.ts'
import type { PodKind } from '../../test/steady/pod-kinds.ts'
import { podOfSize } from '../admission-review.ts'

export interface BenchPodCall {
  /** Of the review that a webhook gets, before the API server fills in what the author left out. */
  readonly bytes: number
  /** Name of the bond's network. */
  readonly bond: string
  /** The device resources of the two links. */
  readonly resources: readonly [string, string]
  /** The author wrote all that a webhook would add: the same pod where there is no webhook. */
  readonly complete?: boolean
}

const smallest = 3_000
/** Of many short values the API server's own work for each of them would hide what is measured. */
const valueBytes = 2_000

/** The pod that all contenders get, and what must become of it. */
export function benchPod({ bytes, bond, resources, complete = false }: BenchPodCall): PodKind {
  const { metadata, spec } = podOfSize(smallest)
  const [first] = spec.containers
  if (!first) throw new Error('the pod of the benchmark has no container')
  const devices = Object.fromEntries(resources.map(resource => [resource, '1']))
  const { requests, limits } = first.resources
  const completed = { requests: { ...requests, ...devices }, limits: { ...limits, ...devices } }
  const more =
    bytes > smallest ? [{ name: 'large', image: 'registry.example.com/large:1', env: large(bytes - smallest) }] : []
  const networks = `sriovnet1@net1,sriovnet2@net2,${bond}@bond0`
  const done = { [foreignAnnotations.networks]: networks, [annotations.status]: '{"version":1,"bonds":[]}' }
  return {
    name: `${bytes / 1000} KB`,
    bond,
    annotations: { ...metadata.annotations, ...(complete && done) },
    spec: {
      ...spec,
      containers: [complete ? { ...first, resources: completed } : first, ...more],
      // The account of the review does not exist in the cluster.
      serviceAccountName: 'default',
    },
    networks,
    resources: [completed, ...more.map(() => ({}))],
  }
}

/** Environment variables of so many bytes together. */
function large(bytes: number) {
  return Array.from({ length: Math.ceil(bytes / valueBytes) }, (_, number) => {
    const variable = { name: `LARGE_${number}`, value: '' }
    const around = JSON.stringify(variable).length + 1
    const left = Math.min(valueBytes, bytes - number * valueBytes)
    return { ...variable, value: 'x'.repeat(Math.max(0, left - around)) }
  })
}
