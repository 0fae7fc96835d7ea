import type { BondStatus } from '../plan/status.ts'
import type { Difference } from './explanation.ts'

/** Where a status annotation tells of other bonds and links than are found today. */
export function differencesOf(
  carried: readonly BondStatus[],
  recomputed: readonly BondStatus[],
): readonly Difference[] {
  const networks = new Set([...carried, ...recomputed].map(({ network }) => network))
  return [...networks].flatMap(network => {
    const before = carried.find(bond => bond.network === network)
    const now = recomputed.find(bond => bond.network === network)
    return before && now ? linkDifferences(before, now) : [bondDifference(network, before, now)]
  })
}

function bondDifference(network: string, before: BondStatus | undefined, now: BondStatus | undefined): Difference {
  return { kind: 'bond', network, carried: before?.interface ?? null, recomputed: now?.interface ?? null }
}

function linkDifferences(before: BondStatus, now: BondStatus): readonly Difference[] {
  const { network } = now
  const names = new Set([...before.links, ...now.links].map(link => link.interface))
  const links = [...names].flatMap((name): readonly Difference[] => {
    const [carried, recomputed] = [feederOf(before, name), feederOf(now, name)]
    return carried === recomputed ? [] : [{ kind: 'link', bond: network, interface: name, carried, recomputed }]
  })
  const bond = before.interface === now.interface ? [] : [bondDifference(network, before, now)]
  // The same links by another row: nothing changes for the pod, but the next one is told something else.
  const row = before.linksFrom === now.linksFrom || links.length > 0
  return [
    ...bond,
    ...links,
    ...(row
      ? []
      : [{ kind: 'links-from', bond: network, carried: before.linksFrom, recomputed: now.linksFrom } as const]),
  ]
}

function feederOf({ links }: BondStatus, name: string): string | null {
  return links.find(link => link.interface === name)?.network ?? null
}
