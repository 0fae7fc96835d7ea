import type { Path } from '../bonding/place.ts'
import type { TextRange } from './source-text.ts'

/**
 * A manifest's content with its places in the author's text. What an alias points to stands in the tree once more,
 * at the place of its anchor.
 */
export type ManifestNode = MapNode | ListNode | ScalarNode

export interface MapNode extends TextRange {
  readonly kind: 'map'
  /** In braces, on whatever lines. */
  readonly flow: boolean
  /** Every key once. */
  readonly entries: readonly MapEntry[]
}

export interface MapEntry {
  readonly key: string
  readonly keyRange: TextRange
  readonly value: ManifestNode
}

export interface ListNode extends TextRange {
  readonly kind: 'list'
  readonly flow: boolean
  readonly items: readonly ManifestNode[]
}

export interface ScalarNode extends TextRange {
  readonly kind: 'scalar'
  readonly style: ScalarStyle
  readonly value: string | number | boolean | null
  /** Of a block scalar: how many columns of every line are indentation. */
  readonly indent?: number
}

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded' | 'json'

/** The node at a path; undefined where there is none. */
export function nodeAt(root: ManifestNode, path: Path): ManifestNode | undefined {
  let node: ManifestNode | undefined = root
  for (const step of path) {
    if (node?.kind === 'map') node = node.entries.find(entry => entry.key === step)?.value
    else if (node?.kind === 'list' && typeof step === 'number') node = node.items[step]
    else return undefined
  }
  return node
}

/** The plain JavaScript value. */
export function valueOf(node: ManifestNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'list':
      return node.items.map(valueOf)
    case 'map':
      return recordOf(node)
  }
}

/** Safe for a key `__proto__`, which is only a key. */
export function recordOf(node: MapNode): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const { key, value: child } of node.entries) {
    if (key === '__proto__')
      Object.defineProperty(value, key, { value: valueOf(child), enumerable: true, writable: true, configurable: true })
    else value[key] = valueOf(child)
  }
  return value
}
