import type { Cluster } from './cluster.ts'
import { memberOf } from './json-member.ts'

export interface PodMetadata {
  readonly namespace: string
  readonly name: string
  readonly annotations?: Readonly<Record<string, string>>
}

/** What became of a pod that was sent as a dry run. */
export interface Admission {
  readonly status: number
  /** The networks annotation it came back with. */
  readonly networks: unknown
  /** Why it was refused. */
  readonly message: string
}

export const networksKey = 'k8s.v1.cni.cncf.io/networks'
export const statusKey = 'bond-injector.io/status'

export const containers = [{ name: 'app', image: 'example.com/app' }]

export function labelledPod(metadata: PodMetadata, bond: string) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata, labels: { 'bond-injector.io/bond': bond } },
    spec: { containers },
  }
}

/** Sends the pod as a dry run: nothing is stored, the webhooks are called. */
export async function admit(
  cluster: Cluster,
  pod: { readonly metadata: { readonly namespace: string } },
): Promise<Admission> {
  const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods?dryRun=All`
  const { status, body } = await cluster.request(path, { method: 'POST', body: pod })
  const object: unknown = JSON.parse(body)
  const networks = memberOf(object, 'metadata', 'annotations', networksKey)
  const message = memberOf(object, 'message')
  return { status, networks, message: typeof message === 'string' ? message : '' }
}
