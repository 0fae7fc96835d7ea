import type { Cluster } from '../../test/cluster/cluster.ts'
import type { PodKind } from '../../test/steady/pod-kinds.ts'
import { benchPod } from './bench-pod.ts'

/** Who is asked for the pods of one namespace. All of them stand in the same cluster and take turns. */
export interface Contender {
  readonly name: string
  readonly namespace: string
  /** The API server's name for it. undefined: there is none. */
  readonly webhook: string | undefined
  readonly pids: readonly number[]
  pod(bytes: number): PodKind
  /** Ends its processes with SIGTERM and waits until they are gone. */
  leave(): Promise<void>
  /** Whatever is left of it. */
  close(): Promise<void>
}

/** Nobody is asked: the author wrote all that a webhook would have added. */
export async function openNobody(cluster: Cluster): Promise<Contender> {
  const namespace = 'nobody'
  await cluster.createNamespace(namespace)
  const resources = ['openshift.io/port0', 'openshift.io/port1'] as const
  return {
    name: 'no webhook',
    namespace,
    webhook: undefined,
    pids: [],
    pod: bytes => benchPod({ bytes, bond: 'bond-net1', resources, complete: true }),
    leave: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}
