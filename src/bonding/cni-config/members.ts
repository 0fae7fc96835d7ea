import type { JsonMember, JsonNode, JsonObject, JsonString } from '../go-json.ts'
import type { Path } from '../place.ts'

/** The member that a Go map holds under a key: exactly that key, the last one if it is repeated. */
export function lastMember(object: JsonObject, key: string): JsonMember | undefined {
  return object.members.findLast(member => member.key.value === key)
}

/**
 * The object with a value put under an exact key, as a Go map that is written out again: in sorted order.
 * @param object sorted and without repeats, like everything that comes through a Go map; the key must be ASCII
 */
export function withMember(object: JsonObject, key: string, value: JsonNode): JsonObject {
  const member = { key: lastMember(object, key)?.key ?? injectedText(object, key), value }
  const before = object.members.filter(each => each.key.value < key)
  const behind = object.members.filter(each => each.key.value > key)
  return { ...object, members: [...before, member, ...behind] }
}

/** A text that the author did not write: its span is empty and stands where the object begins. */
export function injectedText(object: JsonObject, value: string): JsonString {
  return { kind: 'string', start: object.start, end: object.start, value }
}

/** The way from a value to another one inside of it, by the places of both in the text. */
export function pathTo(root: JsonNode, target: JsonNode): Path {
  const path: (string | number)[] = []
  let node = root
  while (node !== target) {
    const next = partAround(node, target)
    if (next === undefined) break
    path.push(next.step)
    node = next.part
  }
  return path
}

interface Part {
  readonly step: string | number
  readonly part: JsonNode
}

function partAround(node: JsonNode, target: JsonNode): Part | undefined {
  const covers = (part: JsonNode): boolean => part.start <= target.start && target.end <= part.end
  if (node.kind === 'object') {
    const member = node.members.find(({ value }) => covers(value))
    return member && { step: member.key.value, part: member.value }
  }
  if (node.kind !== 'array') return undefined
  const step = node.elements.findIndex(covers)
  const part = node.elements[step]
  return part && { step, part }
}
