import type { Plugin } from '../cni-config.ts'
import { placeOf } from '../cni-config/source.ts'
import type { Origin } from '../go-decode.ts'
import { goFold } from '../go-fold.ts'
import type { JsonNode } from '../go-json.ts'
import type { Path, Place } from '../place.ts'

/** The last member that Go takes for a key of a struct, whatever its value. */
export function lastSpelling({ received }: Plugin, key: string): Origin | undefined {
  const member = received.members.findLast(each => goFold(each.key.value) === goFold(key))
  return member && { key: member.key, node: member.value }
}

/**
 * The place of a value inside a plugin.
 * @param top the member that the first step stands for
 * @param path from the plugin; what is not there keeps the usual spelling and has no span
 */
export function placeInside({ path: start }: Plugin, top: Origin | undefined, path: Path): Place {
  const [first = '', ...rest] = path
  const steps: (string | number)[] = [top?.key?.value ?? first]
  let node = top?.node
  for (const step of rest) {
    const part: Origin | undefined = node && partOf(node, step)
    steps.push(part?.key?.value ?? step)
    node = part?.node
  }
  return placeOf([...start, ...steps], node)
}

/**
 * Any spelling, since that is what the author meant. Where there are several, the exact one is the last: what a plugin
 * receives is sorted, and in byte order the lower-case letters of `name` and `type` come behind all others.
 */
function partOf(node: JsonNode, step: string | number): Origin | undefined {
  if (node.kind === 'array') {
    const element = typeof step === 'number' ? node.elements[step] : undefined
    return element && { node: element }
  }
  if (node.kind !== 'object' || typeof step === 'number') return undefined
  const member = node.members.findLast(({ key }) => goFold(key.value) === goFold(step))
  return member && { key: member.key, node: member.value }
}
