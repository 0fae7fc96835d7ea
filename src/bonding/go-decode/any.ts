import type { DecodeRun } from './run.ts'
import { overflowingNumbers } from '../go-float.ts'
import type { JsonNode } from '../go-json.ts'
import type { GoSlot, GoType, Origin } from './type.ts'
import type { Path } from '../place.ts'

/**
 * interface {}: takes every value, as its node; null where it is null or was never set.
 * Numbers become float64. One that is too large is noted, and Go then has nil in its place (the node still has the number).
 */
export const goAny: GoType<JsonNode | null> = { goName: 'interface {}', zero: null, slot: () => new AnySlot() }

class AnySlot implements GoSlot<JsonNode | null> {
  #origin: Origin | undefined

  decode(origin: Origin, run: DecodeRun): void {
    for (const number of overflowingNumbers(origin.node)) {
      const top = number === origin.node
      run.refuse(top ? origin : { node: number }, `number ${number.literal}`, 'float64')
      if (top) return
    }
    this.#origin = origin
  }

  value(): JsonNode | null {
    const node = this.#origin?.node
    return node === undefined || node.kind === 'null' ? null : node
  }

  find(path: Path, from: number): Origin | undefined {
    let found = this.#origin
    for (let depth = from; depth < path.length && found !== undefined; depth++) found = inside(found.node, path[depth])
    return found
  }
}

/** In Go's maps the last of several members with the same key stays. */
function inside(node: JsonNode, step: string | number | undefined): Origin | undefined {
  if (node.kind === 'object') {
    const member = node.members.findLast(({ key }) => key.value === step)
    return member && { key: member.key, node: member.value }
  }
  const element = node.kind === 'array' && typeof step === 'number' ? node.elements[step] : undefined
  return element && { node: element }
}
