import type { JsonNode } from '../bonding/go-json.ts'
import type { MapEntry, ManifestNode, ScalarNode } from './manifest-node.ts'
import { deepestNesting } from './nesting.ts'

export interface JsonTree {
  readonly root: ManifestNode
  /** The keys that an object repeats; the last one counts. */
  readonly repeated: readonly { readonly key: string; readonly offset: number }[]
  /** Where the objects and lists inside each other become too many to be read. */
  readonly tooDeep: number | undefined
}

/** A JSON document as a manifest; `base` is where its text begins in the file. */
export function jsonTree(root: JsonNode, base: number): JsonTree {
  const repeated: { key: string; offset: number }[] = []
  let tooDeep: number | undefined
  const convert = (node: JsonNode, depth: number): ManifestNode => {
    const range = { start: base + node.start, end: base + node.end }
    if (depth > deepestNesting) {
      tooDeep ??= range.start
      return { kind: 'scalar', style: 'json', value: null, ...range }
    }
    switch (node.kind) {
      case 'object': {
        const entries = new Map<string, MapEntry>()
        for (const { key, value } of node.members) {
          const keyRange = { start: base + key.start, end: base + key.end }
          if (entries.delete(key.value)) repeated.push({ key: key.value, offset: keyRange.start })
          entries.set(key.value, { key: key.value, keyRange, value: convert(value, depth + 1) })
        }
        return { kind: 'map', flow: true, entries: [...entries.values()], ...range }
      }
      case 'array':
        return { kind: 'list', flow: true, items: node.elements.map(element => convert(element, depth + 1)), ...range }
      default:
        return { kind: 'scalar', style: 'json', value: scalarValue(node), ...range }
    }
  }
  const tree = convert(root, 1)
  return { root: tree, repeated, tooDeep }
}

function scalarValue(node: Exclude<JsonNode, { kind: 'object' | 'array' }>): ScalarNode['value'] {
  if (node.kind === 'null') return null
  return node.kind === 'number' ? Number(node.literal) : node.value
}
