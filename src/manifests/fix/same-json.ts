import { type JsonNode, parseGoJson } from '../../bonding/go-json.ts'

/** Do two texts hold the same JSON: keys in their order, repeats and the spelling of numbers included? */
export function sameJson(a: string, b: string): boolean {
  const [left, right] = [parseGoJson(a), parseGoJson(b)]
  return left.kind === 'json' && right.kind === 'json' && sameNode(left.root, right.root)
}

function sameNode(a: JsonNode, b: JsonNode): boolean {
  switch (a.kind) {
    case 'null':
      return b.kind === 'null'
    case 'number':
      return b.kind === 'number' && a.literal === b.literal
    case 'string':
    case 'boolean':
      return b.kind === a.kind && a.value === b.value
    case 'array':
      return b.kind === 'array' && sameList(a.elements, b.elements, sameNode)
    case 'object':
      return (
        b.kind === 'object' &&
        sameList(a.members, b.members, (x, y) => x.key.value === y.key.value && sameNode(x.value, y.value))
      )
  }
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, index) => b[index] !== undefined && same(item, b[index]))
}
