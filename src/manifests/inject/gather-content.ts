import type { Catalogue } from '../../bonding/catalogue.ts'
import { type NetworkKey, networkText } from '../../bonding/network-key.ts'
import { CatalogueReader } from '../catalogue-reader.ts'
import type { ManifestFile, ManifestFiles } from '../manifest-files.ts'
import type { ManifestObject } from '../manifest-object.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { readDocuments } from '../read-documents.ts'

/** A file and the objects in it, in its order. */
export interface FileContent extends ManifestFile {
  readonly objects: readonly ManifestObject[]
}

/** All that some files hold. */
export interface Content {
  readonly files: readonly FileContent[]
  readonly catalogue: Catalogue
  /** Whether the files hold any network at all. */
  readonly hasNetworks: boolean
  readonly problems: readonly ManifestProblem[]
  /** The object that a network of the catalogue was read from. */
  networkObject(key: NetworkKey): ManifestObject | undefined
}

/** Reads the files in one pass: their objects, and the networks among these. `namespace`: for objects that name none. */
export function gatherContent({ files, problems }: ManifestFiles, namespace: string): Content {
  const reader = new CatalogueReader(namespace)
  const networks = new Map<string, ManifestObject>()
  const contents: FileContent[] = []
  const all = [...problems]
  // A file can be named by itself and stand in a directory that is named as well.
  for (const { file, text } of new Map(files.map(each => [each.file, each])).values()) {
    const { objects, problems } = readDocuments(text, file)
    for (const object of objects) {
      const key = keyOf(object, namespace)
      const before = reader.catalogue.get(key.namespace, key.name)
      reader.add(object)
      const added = reader.catalogue.get(key.namespace, key.name)
      if (added !== before) networks.set(networkText(key), object)
    }
    contents.push({ file, text, objects })
    all.push(...problems)
  }
  return {
    files: contents,
    catalogue: reader.catalogue,
    hasNetworks: networks.size > 0,
    problems: [...all, ...reader.problems],
    networkObject: key => networks.get(networkText(key)),
  }
}

function keyOf(object: ManifestObject, namespace: string): NetworkKey {
  return { namespace: object.namespace ?? namespace, name: object.name ?? '' }
}
