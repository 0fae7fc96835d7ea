import type { Path } from '../bonding/place.ts'
import { nodeAt, recordOf } from './manifest-node.ts'
import type { MapNode, ManifestNode } from './manifest-node.ts'
import { scalarOffset } from './scalar-offset.ts'
import type { Position, SourceText } from './source-text.ts'

/** One Kubernetes object of a file, and where each of its fields stands. Items of Lists are objects of their own. */
export interface ManifestObject {
  readonly file: string
  readonly apiVersion: string
  readonly kind: string
  /** metadata.namespace and metadata.name; absent where they are missing, empty or no text. */
  readonly namespace?: string
  readonly name?: string
  /** All of it, as kubectl would send it. */
  readonly value: Readonly<Record<string, unknown>>
  /** The same with its places; what an editor of the file needs. */
  readonly node: MapNode
  readonly source: SourceText
  /** Where the value at a path begins; undefined where there is none. */
  positionOf(path: Path): Position | undefined
  /**
   * Where a character of the text at a path stands, whatever YAML style the text is written in. The offset counts
   * UTF-16 units of the value; its length means the end. Undefined where the value at the path is no text, or shorter.
   */
  scalarPosition(path: Path, offset: number): Position | undefined
}

/** `inherited`: apiVersion and kind from the list around it, for an item that has neither. */
export function manifestObject(
  source: SourceText,
  node: MapNode,
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
): ManifestObject {
  const name = textAt(node, ['metadata', 'name'])
  const namespace = textAt(node, ['metadata', 'namespace'])
  return {
    file: source.file,
    apiVersion,
    kind,
    ...(namespace && { namespace }),
    ...(name && { name }),
    value: { apiVersion, kind, ...recordOf(node) },
    node,
    source,
    positionOf: path => {
      const found = nodeAt(node, path)
      return found && source.positionAt(found.start)
    },
    scalarPosition: (path, offset) => {
      const found = nodeAt(node, path)
      const at = found?.kind === 'scalar' ? scalarOffset(source.text, found, offset) : undefined
      return at === undefined ? undefined : source.positionAt(at)
    },
  }
}

/** The text at a path; undefined where there is none. */
export function textAt(node: ManifestNode, path: Path): string | undefined {
  const found = nodeAt(node, path)
  return found?.kind === 'scalar' && typeof found.value === 'string' ? found.value : undefined
}
