import { podHolder, type PodHolder } from '../../bonding/workload.ts'
import type { ManifestObject } from '../manifest-object.ts'

/** How an object of a file holds a pod; undefined where it holds none. */
export function holderOf({ apiVersion, kind }: ManifestObject): PodHolder | undefined {
  const slash = apiVersion.indexOf('/')
  return podHolder(slash === -1 ? '' : apiVersion.slice(0, slash), kind)
}
