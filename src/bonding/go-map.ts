import { goFloatText, overflowingNumbers } from './go-float.ts'
import type { JsonMember, JsonNode, JsonNumber } from './go-json.ts'

export type GoMapRoundTrip =
  | { readonly kind: 'written'; readonly node: JsonNode }
  /** Unmarshal fails: the first number in the text that float64 cannot hold. Repeats that would be dropped count. */
  | { readonly kind: 'overflow'; readonly number: JsonNumber; readonly goMessage: string }

/**
 * The tree after Unmarshal into map[string]interface{} and Marshal: exact repeats collapse to the last, members are sorted,
 * numbers have gone through float64. Nodes keep their place in the author's text, so a number's literal may differ from it.
 * Go's type check of the top level is the caller's: every kind of node goes through here as it would inside of the map.
 */
export function throughGoMap(node: JsonNode): GoMapRoundTrip {
  const [number] = overflowingNumbers(node)
  if (number !== undefined) {
    const goMessage = `json: cannot unmarshal number ${number.literal} into Go value of type float64`
    return { kind: 'overflow', number, goMessage }
  }
  return { kind: 'written', node: rewrite(node) }
}

/** Containers are listed before what they contain, so that going backwards meets the parts before the whole. No recursion: 10,000 levels. */
function rewrite(root: JsonNode): JsonNode {
  const containers: JsonNode[] = [root]
  const note = (node: JsonNode): unknown => (node.kind === 'array' || node.kind === 'object') && containers.push(node)
  for (const node of containers) {
    if (node.kind === 'array') node.elements.forEach(note)
    else if (node.kind === 'object') for (const { value } of node.members) note(value)
  }
  const written = new Map<JsonNode, JsonNode>()
  const part = (node: JsonNode): JsonNode => written.get(node) ?? rewriteNumber(node)
  for (const node of containers.reverse()) {
    if (node.kind === 'array') written.set(node, { ...node, elements: node.elements.map(part) })
    else if (node.kind === 'object') written.set(node, { ...node, members: writtenMembers(node.members, part) })
  }
  return part(root)
}

function writtenMembers(members: readonly JsonMember[], part: (node: JsonNode) => JsonNode): readonly JsonMember[] {
  const last = new Map(members.map(member => [member.key.value, member]))
  return [...last.values()]
    .sort((a, b) => compareBytes(a.key.value, b.key.value))
    .map(({ key, value }) => ({ key, value: part(value) }))
}

function rewriteNumber(node: JsonNode): JsonNode {
  return node.kind === 'number' ? { ...node, literal: goFloatText(node.literal) ?? node.literal } : node
}

/** Go compares UTF-8, where characters beyond the Basic Multilingual Plane come last; UTF-16 has them before U+E000. */
function compareBytes(a: string, b: string): number {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1
  }
  return a.length - b.length
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
