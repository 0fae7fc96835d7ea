import type { JsonNode } from '../bonding/go-json.ts'
import type { MapEntry, ManifestNode, ScalarNode } from './manifest-node.ts'

export interface JsonTree {
  readonly root: ManifestNode
  /** The keys that an object repeats; the last one counts. */
  readonly repeated: readonly { readonly key: string; readonly offset: number }[]
}

/** A JSON document as a manifest; `base` is where its text begins in the file. */
export function jsonTree(root: JsonNode, base: number): JsonTree {
  const repeated: { key: string; offset: number }[] = []
  const convert = (node: JsonNode): ManifestNode => {
    const range = { start: base + node.start, end: base + node.end }
    switch (node.kind) {
      case 'object': {
        const entries = new Map<string, MapEntry>()
        for (const { key, value } of node.members) {
          const keyRange = { start: base + key.start, end: base + key.end }
          if (entries.delete(key.value)) repeated.push({ key: key.value, offset: keyRange.start })
          entries.set(key.value, { key: key.value, keyRange, value: convert(value) })
        }
        return { kind: 'map', flow: true, entries: [...entries.values()], ...range }
      }
      case 'array':
        return { kind: 'list', flow: true, items: node.elements.map(convert), ...range }
      default:
        return { kind: 'scalar', style: 'json', value: scalarValue(node), ...range }
    }
  }
  return { root: convert(root), repeated }
}

function scalarValue(node: Exclude<JsonNode, { kind: 'object' | 'array' }>): ScalarNode['value'] {
  if (node.kind === 'null') return null
  return node.kind === 'number' ? Number(node.literal) : node.value
}
