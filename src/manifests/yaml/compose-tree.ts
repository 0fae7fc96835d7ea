import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Alias, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { ListNode, MapEntry, MapNode, ManifestNode, ScalarNode } from '../manifest-node.ts'
import type { TextRange } from '../source-text.ts'
import { AliasBudget } from './alias-budget.ts'
import { numberKey } from './go-number.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import { readScalar } from './read-scalar.ts'

export interface ComposedTree {
  readonly root: ManifestNode
  readonly faults: readonly ContentFault[]
}

/** What is wrong with a document whose syntax is right. */
export interface ContentFault {
  readonly kind: 'refused-value' | 'unknown-alias' | 'alias-bomb' | 'merge' | 'refused-key' | 'duplicate-key'
  readonly offset: number
  readonly detail: string
}

/**
 * The content of a document as kubectl's decoder makes it: aliases and merge keys resolved, the last of repeated keys
 * kept, keys turned into text.
 */
export function composeTree(parsed: ParsedYaml, root: Node): ComposedTree {
  const composer = new TreeComposer(parsed)
  return { root: composer.node(root), faults: composer.faults }
}

interface Anchor {
  readonly node: ManifestNode
  /** How many nodes the decoder makes of it. */
  readonly size: number
}

class TreeComposer {
  readonly faults: ContentFault[] = []
  readonly #parsed: ParsedYaml
  readonly #anchors = new Map<string, Anchor | 'open'>()
  readonly #budget = new AliasBudget()
  /** How many faults are no mere warnings. */
  #errors = 0

  constructor(parsed: ParsedYaml) {
    this.#parsed = parsed
  }

  node(node: Node): ManifestNode {
    this.#budget.node()
    if (isAlias(node)) return this.#alias(node)
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
    if (anchor === undefined) return this.#content(node)
    this.#anchors.set(anchor, 'open')
    const before = this.#budget.decoded
    const content = this.#content(node)
    this.#anchors.set(anchor, { node: content, size: this.#budget.decoded - before + 1 })
    return content
  }

  #content(node: Node): ManifestNode {
    if (isMap(node)) return this.#map(node)
    if (isSeq(node)) {
      const items = node.items.map(item => (isNode(item) ? this.node(item) : this.#nothing(node)))
      return { kind: 'list', flow: node.flow === true, items, ...this.#range(node) } satisfies ListNode
    }
    const scalar = isScalar(node) ? readScalar(this.#parsed, node) : undefined
    if (scalar?.kind === 'read') return scalar.node
    if (scalar !== undefined) this.#fault('refused-value', scalar.offset, scalar.reason)
    return this.#nothing(node)
  }

  #alias(alias: Alias): ManifestNode {
    const anchor = this.#anchors.get(alias.source)
    if (anchor === undefined || anchor === 'open') {
      const name = alias.source.slice(0, 40)
      const reason =
        anchor === 'open' ? `*${name} stands inside what &${name} names` : `*${name} has no &${name} before it`
      this.#fault('unknown-alias', this.#start(alias), reason)
      return this.#nothing(alias)
    }
    this.#budget.alias(anchor.size)
    if (this.#budget.exhausted) {
      if (!this.faults.some(fault => fault.kind === 'alias-bomb')) this.#fault('alias-bomb', this.#start(alias), '')
      return this.#nothing(alias)
    }
    return anchor.node
  }

  #map(map: YAMLMap): MapNode {
    const entries = new Map<string, MapEntry>()
    const written = new Set<string>()
    for (const pair of map.items) {
      if (isMergeKey(pair)) this.#merge(pair, entries)
      else this.#entry(pair, entries, written, map)
    }
    return { kind: 'map', flow: map.flow === true, entries: [...entries.values()], ...this.#range(map) }
  }

  #entry(pair: Pair, entries: Map<string, MapEntry>, written: Set<string>, map: YAMLMap): void {
    const keyNode = isNode(pair.key) ? this.node(pair.key) : this.#nothing(map)
    const value = isNode(pair.value) ? this.node(pair.value) : this.#nothing(isNode(pair.key) ? pair.key : map)
    const key = keyOf(keyNode)
    if (key === undefined) {
      const what = keyNode.kind === 'scalar' ? 'an empty value or a number beyond 64 bits' : `a ${keyNode.kind}`
      this.#fault('refused-key', keyNode.start, what)
      return
    }
    if (written.has(key)) this.#fault('duplicate-key', keyNode.start, key)
    written.add(key)
    // A later key takes the place of an earlier one, also of one that a merge brought.
    entries.delete(key)
    entries.set(key, { key, keyRange: { start: keyNode.start, end: keyNode.end }, value })
  }

  /** go.yaml.in/yaml/v2 lets a merge overwrite what stands before it, unlike the specification. */
  #merge(pair: Pair, entries: Map<string, MapEntry>): void {
    const errors = this.#errors
    const merged = isNode(pair.value) ? this.node(pair.value) : undefined
    if (this.#errors > errors) return
    // Of several maps the first wins.
    const maps = merged?.kind === 'list' && isSeq(pair.value) ? [...merged.items].reverse() : [merged]
    for (const map of maps) {
      if (map?.kind !== 'map') {
        this.#fault('merge', map?.start ?? (isNode(pair.key) ? this.#start(pair.key) : 0), '')
        return
      }
      for (const entry of map.entries) entries.set(entry.key, entry)
    }
  }

  #nothing(near: Node): ScalarNode {
    const { end } = this.#parsed.rangeOf(near)
    return { kind: 'scalar', style: 'plain', value: null, start: end, end }
  }

  #start(node: Node): number {
    return this.#parsed.rangeOf(node).start
  }

  /** A block collection ends where its last scalar does; the package counts the line break behind it in. */
  #range(collection: YAMLMap | YAMLSeq): TextRange {
    let last: Node = collection
    while ((isMap(last) || isSeq(last)) && last.flow !== true) {
      const item: unknown = last.items.at(-1)
      const inner = isPair(item) ? (item.value ?? item.key) : item
      if (!isNode(inner)) break
      last = inner
    }
    return { start: this.#start(collection), end: this.#parsed.rangeOf(last).end }
  }

  #fault(kind: ContentFault['kind'], offset: number, detail: string): void {
    // What an alias that was not followed lacks is no fault of its own.
    if (this.#budget.exhausted && kind !== 'alias-bomb') return
    if (kind !== 'duplicate-key') this.#errors += 1
    this.faults.push({ kind, offset, detail })
  }
}

/** A key as text; undefined where kubectl refuses it. */
function keyOf(node: ManifestNode): string | undefined {
  if (node.kind !== 'scalar' || node.value === null) return undefined
  return typeof node.value === 'number' ? numberKey(node.value) : String(node.value)
}

function isNode(value: unknown): value is Node {
  return isAlias(value) || isScalar(value) || isMap(value) || isSeq(value)
}

function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && key.value === '<<' && (key.type === 'PLAIN' || key.tag === 'tag:yaml.org,2002:merge')
}
