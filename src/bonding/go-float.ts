import type { JsonNode, JsonNumber } from './go-json.ts'

/**
 * A number after a round through float64, as Go's encoder writes it; undefined where float64 is too small for it.
 * Both languages round alike and write the shortest digits that read back the same, with an exponent below 1e-6 and from
 * 1e21 on (encode.go `floatEncoder`); only the sign of zero is lost in JavaScript's text.
 */
export function goFloatText(literal: string): string | undefined {
  const float = Number(literal)
  if (!Number.isFinite(float)) return undefined
  return Object.is(float, -0) ? '-0' : String(float)
}

/** All numbers in the tree that float64 cannot hold, in document order. */
export function overflowingNumbers(root: JsonNode): readonly JsonNumber[] {
  const found: JsonNumber[] = []
  const ahead: JsonNode[] = [root]
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (node.kind === 'number' && !Number.isFinite(Number(node.literal))) found.push(node)
    else if (node.kind === 'array') for (const element of node.elements.toReversed()) ahead.push(element)
    else if (node.kind === 'object') for (const { value } of node.members.toReversed()) ahead.push(value)
  }
  return found
}
