import { valueOf } from '../../src/manifests/manifest-node.ts'
import { readPart } from '../../src/manifests/read-part.ts'
import { SourceText } from '../../src/manifests/source-text.ts'
import { splitDocuments } from '../../src/manifests/split-documents.ts'

export interface Decoded {
  readonly objects: readonly unknown[]
  /** Stopped with an error behind the objects. */
  readonly refused: boolean
}

/** Reads like kubectl's decoder, which does not care whether a document is a Kubernetes object, up to the first error. */
export function decode(text: string): Decoded {
  const source = new SourceText('test.yaml', text)
  const { parts, badSeparators } = splitDocuments(source)
  const objects: unknown[] = []
  for (const part of parts) {
    // Behind a bad separator kubectl gives up, and the document in front of it is lost with it.
    if (badSeparators.some(offset => offset <= part.end)) return { objects, refused: true }
    const { root, problems } = readPart(source, part)
    if (problems.some(({ severity }) => severity === 'error')) return { objects, refused: true }
    const value = root && valueOf(root)
    if (value !== undefined && value !== null) objects.push(value)
  }
  return { objects, refused: false }
}
