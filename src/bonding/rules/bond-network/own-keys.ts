import type { BondKey } from '../../bond-network.ts'
import { goFold } from '../../go-fold.ts'
import type { JsonMember } from '../../go-json.ts'
import type { Place } from '../../place.ts'
import type { ReadableBond } from '../rule.ts'

/** What Bond CNI reads for itself. In the config of a bond every spelling of these that folds to the same is the same key. */
export const ownKeys: readonly BondKey[] = [
  'mode',
  'linksInContainer',
  'failOverMac',
  'miimon',
  'links',
  'mtu',
  'allSlavesActive',
  'tlbDynamicLb',
  'xmitHashPolicy',
]

/** The key of Bond CNI that this one is taken for. */
export function ownKeyOf(written: string): BondKey | undefined {
  return ownKeys.find(key => goFold(key) === goFold(written))
}

/** The members of the bond as the author wrote them, repeats included. */
export function writtenMembers({ plugin }: ReadableBond): readonly JsonMember[] {
  return plugin?.written.members ?? []
}

export function placeOfMember({ plugin }: ReadableBond, { key, value }: JsonMember): Place {
  return { path: [...(plugin?.path ?? []), key.value], span: { start: value.start, end: value.end } }
}
