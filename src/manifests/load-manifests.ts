import type { NetworkTable } from '../bonding/network-table.ts'
import { CatalogueReader } from './catalogue-reader.ts'
import type { ManifestFiles } from './manifest-files.ts'
import type { ManifestProblem } from './manifest-problem.ts'
import { eachDocument } from './read-documents.ts'

export interface LoadedManifests {
  readonly catalogue: NetworkTable
  readonly errors: readonly ManifestProblem[]
  readonly warnings: readonly ManifestProblem[]
}

/** The networks of some files, and everything that is wrong with the files. */
export function loadManifests({ files, problems }: ManifestFiles, namespace?: string): LoadedManifests {
  const reader = new CatalogueReader(namespace)
  const all = [...problems]
  for (const { file, text } of files) {
    for (const document of eachDocument(text, file)) {
      // Not all at once: more arguments than fit on the stack are possible.
      for (const problem of document.problems) all.push(problem)
      for (const object of document.objects) reader.add(object)
    }
  }
  for (const problem of reader.problems) all.push(problem)
  return {
    catalogue: reader.catalogue,
    errors: all.filter(({ severity }) => severity === 'error'),
    warnings: all.filter(({ severity }) => severity === 'warning'),
  }
}
