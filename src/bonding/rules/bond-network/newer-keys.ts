import type { BondKey } from '../../bond-network.ts'
import type { Site } from '../../site.ts'

/** The keys that came in May 2025 (bond-cni pull requests 151 and 152). Builds before that drop them like any unknown key. */
export const newerKeys: readonly BondKey[] = ['allSlavesActive', 'tlbDynamicLb', 'xmitHashPolicy']

/** Does the site's Bond CNI read them? Otherwise no value of theirs is right or wrong. */
export function readsNewerKeys({ bondCni }: Site): boolean {
  return bondCni === 'current'
}
