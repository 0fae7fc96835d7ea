import type { Cluster } from '../../test/cluster/cluster.ts'
import { memberOf } from '../../test/cluster/json-member.ts'
import { circumstances } from '../machine.ts'
import { bundleSize } from './bundle-size.ts'

export type Facts = readonly (readonly [string, string])[]

/** What the figures depend on, and what of the program needs no measuring. */
export async function clusterFacts(cluster: Cluster, program: string): Promise<Facts> {
  const version: unknown = JSON.parse((await cluster.request('/version')).body)
  const { plain, compressed } = bundleSize(program)
  const size = `${plain.toFixed(1)} MiB, ${compressed.toFixed(1)} MiB with gzip`
  return [
    ...circumstances(),
    ['API server', `kube-apiserver ${String(memberOf(version, 'gitVersion'))}, etcd without fsync`],
    ['Size of the bundle', `${size}; an image adds Node and its base, and was not built here`],
  ]
}
