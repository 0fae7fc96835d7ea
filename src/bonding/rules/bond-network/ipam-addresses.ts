import { goFold } from '../../go-fold.ts'
import type { JsonNode } from '../../go-json.ts'
import type { ReadableBond } from '../rule.ts'

/** Where each IPAM plugin is told subnets, ranges and addresses. `*` is every element of a list. */
const addressPaths: Readonly<Record<string, readonly string[]>> = {
  'host-local': ['subnet', 'ranges.*.*.subnet'],
  static: ['addresses.*.address'],
  whereabouts: ['range', 'ipRanges.*.range'],
}

/** The texts of ipam that say which addresses the bond will get; none where the plugin is not one of those known here. */
export function ipamAddresses({ ipam, settings }: ReadableBond): readonly string[] {
  const paths = Object.hasOwn(addressPaths, settings.ipamType ?? '') ? addressPaths[settings.ipamType ?? ''] : undefined
  return (paths ?? []).flatMap(path => texts(ipam, path.split('.')))
}

function texts(node: JsonNode | undefined, [step, ...rest]: readonly string[]): readonly string[] {
  if (step === undefined) return node?.kind === 'string' ? [node.value] : []
  if (node?.kind === 'array' && step === '*') return node.elements.flatMap(element => texts(element, rest))
  if (node?.kind !== 'object') return []
  const member = node.members.findLast(({ key }) => goFold(key.value) === goFold(step))
  return texts(member?.value, rest)
}
