import { readSriovPolicy, type SriovPolicy } from '../bonding/sriov-policy.ts'
import type { ManifestObject } from './manifest-object.ts'

/** Is it a SriovNetworkNodePolicy, of which the SR-IOV Network Operator makes virtual functions and device resources? */
export function isSriovNodePolicy({ apiVersion, kind }: Pick<ManifestObject, 'apiVersion' | 'kind'>): boolean {
  return kind === 'SriovNetworkNodePolicy' && apiVersion.startsWith('sriovnetwork.openshift.io/')
}

/**
 * The policy in an object. Nothing is said about what is wrong with it by itself: the rules speak about bonds.
 *
 * @param namespace for objects that name none
 * @returns undefined for other objects, and for what names no resource, like one layer of kustomize that changes another
 */
export function readSriovNodePolicy(object: ManifestObject, namespace: string): SriovPolicy | undefined {
  return isSriovNodePolicy(object) ? readSriovPolicy(object.value, namespace) : undefined
}
