import type { Catalogue } from '../../bonding/catalogue.ts'
import { networkText } from '../../bonding/network-key.ts'
import type { Network } from '../../bonding/network.ts'
import type { SriovPolicy } from '../../bonding/sriov-policy.ts'
import { CatalogueReader } from '../catalogue-reader.ts'
import type { ManifestFile, ManifestFiles } from '../manifest-files.ts'
import type { ManifestObject } from '../manifest-object.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { readDocuments } from '../read-documents.ts'
import { readSriovNodePolicy } from '../sriov-node-policy.ts'

/** A file and the objects in it, in its order. */
export interface FileContent extends ManifestFile {
  readonly objects: readonly ManifestObject[]
}

/** A network of the catalogue, and the object that it was read from. */
interface WrittenNetwork {
  readonly network: Network
  readonly object: ManifestObject
}

/** A policy, and the object that it was read from. */
interface WrittenPolicy {
  readonly policy: SriovPolicy
  readonly object: ManifestObject
}

/** All that some files hold. */
export interface Content {
  readonly files: readonly FileContent[]
  readonly catalogue: Catalogue
  /** By `namespace/name`. */
  readonly networks: ReadonlyMap<string, WrittenNetwork>
  /** By `namespace/name`. Of two with one name, as overlays have them, the first. */
  readonly policies: ReadonlyMap<string, WrittenPolicy>
  readonly problems: readonly ManifestProblem[]
}

/**
 * Reads the files in one pass: their objects, and the networks among these.
 *
 * @param namespace for objects that name none
 * @param onFile told of every file that has been read
 */
export function gatherContent(
  { files, problems }: ManifestFiles,
  namespace: string,
  onFile?: (done: number, of: number) => void,
): Content {
  const reader = new CatalogueReader(namespace)
  const networks = new Map<string, WrittenNetwork>()
  const policies = new Map<string, WrittenPolicy>()
  const contents: FileContent[] = []
  const all = [...problems]
  // A file can be named by itself and stand in a directory that is named as well.
  for (const { file, text } of new Map(files.map(each => [each.file, each])).values()) {
    const { objects, problems } = readDocuments(text, file)
    for (const object of objects) {
      const network = reader.add(object)
      if (network) networks.set(networkText(network.reference), { network, object })
      const policy = readSriovNodePolicy(object, namespace)
      if (policy) keepFirst(policies, networkText(policy.reference), { policy, object })
    }
    contents.push({ file, text, objects })
    for (const problem of problems) all.push(problem)
    onFile?.(contents.length, files.length)
  }
  return { files: contents, catalogue: reader.catalogue, networks, policies, problems: [...all, ...reader.problems] }
}

function keepFirst<T>(all: Map<string, T>, name: string, value: T): void {
  if (!all.has(name)) all.set(name, value)
}
