import { isDeepStrictEqual } from 'node:util'
import type { Fields } from '../bonding/json-fields.ts'
import { networkText } from '../bonding/network-key.ts'
import { type Network, readNetwork } from '../bonding/network.ts'
import { ApiFailure } from '../cluster/api-failure.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import type { ServedKind } from '../cluster/kube/namespace-objects.ts'
import type { ManifestFile } from '../manifests/manifest-files.ts'
import type { ManifestObject } from '../manifests/manifest-object.ts'
import { type DefinitionReading, readDefinition } from '../manifests/network-definition.ts'
import { readDocuments } from '../manifests/read-documents.ts'
import { readSriovNetwork } from '../manifests/sriov-network.ts'
import { policyKind, resourceText, sriovNetworkKind } from './served-kinds.ts'

/** What the SR-IOV Network Operator makes networks and device resources of, as files. */
export interface SriovManifests {
  readonly files: readonly ManifestFile[]
  /** Why there is no policy among them. */
  readonly policiesUnread?: string
}

/**
 * The policies of a cluster, which are of no namespace in particular, and those SriovNetworks that the networks of a
 * namespace come from: what is wrong with one of these is mended there, not in what the operator makes.
 *
 * @param stored the networks of the namespace
 * @param fileOf an object as a file
 */
export async function sriovManifests(
  connection: KubeConnection,
  stored: readonly ManifestFile[],
  fileOf: (object: Fields) => ManifestFile,
): Promise<SriovManifests> {
  const [policies, networks] = await Promise.all([listed(connection, policyKind), listed(connection, sriovNetworkKind)])
  const sources = typeof networks === 'string' ? [] : sourcesOf(stored, networks.map(fileOf))
  if (typeof policies === 'string') return { files: sources, policiesUnread: policies }
  const files = [...policies.map(fileOf), ...sources]
  return policies.length > 0 ? { files } : { files, policiesUnread: `the cluster has no ${policyKind.kind}` }
}

/** @returns a clause that says why they could not be read */
async function listed(connection: KubeConnection, kind: ServedKind): Promise<readonly Fields[] | string> {
  const { listObjects } = await import('../cluster/kube/namespace-objects.ts')
  try {
    return await listObjects(connection, kind, undefined)
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    return refusalOf(error, kind)
  }
}

function refusalOf({ status, message }: ApiFailure, kind: ServedKind): string {
  if (status === 404) return `${kind.kind} is not installed in this cluster`
  if (status === 403) return `this account may not list ${resourceText(kind)} of all namespaces`
  return `${kind.kind} could not be listed (${message.replaceAll(/\s+/g, ' ')})`
}

/** Those whose network is stored as the operator makes it, as far as it is judged: anything else there is somebody's own. */
function sourcesOf(stored: readonly ManifestFile[], candidates: readonly ManifestFile[]): readonly ManifestFile[] {
  const networks = new Map(stored.flatMap(file => networksIn(file, readDefinition)).map(each => [keyOf(each), each]))
  return candidates.filter(file => {
    const [made] = networksIn(file, readSriovNetwork)
    const own = made && networks.get(keyOf(made))
    return own !== undefined && isDeepStrictEqual(judgedOf(own), judgedOf(made))
  })
}

function networksIn(
  { file, text }: ManifestFile,
  read: (object: ManifestObject, namespace: string) => DefinitionReading,
): readonly Network[] {
  return readDocuments(text, file).objects.flatMap(object => {
    const reading = read(object, object.namespace ?? '')
    return reading.kind === 'definition' ? [readNetwork(reading.definition)] : []
  })
}

function keyOf({ reference }: Network): string {
  return networkText(reference)
}

function judgedOf(network: Network | undefined) {
  if (network?.kind !== 'link') return undefined
  // Its author's own annotations would be lost: the operator makes none.
  const { sriov, resourceName, ipamType, links, ignore } = network
  return { sriov, resourceName, ipamType, links, ignore }
}
