import { effectiveInterface } from '../networks-annotation.ts'
import type { PlanProblem } from './problem.ts'
import type { AuthorsWords } from './read-annotations.ts'
import type { SelectedBond } from './select-bonds.ts'

/** The interface of the pod's first network where the pod does not rename it: the runtime's choice. */
export const defaultInterface = 'eth0'

/**
 * The interface of each bond: what annotation `bonds` says, else what the author's own element says, else the first of
 * bond0, bond1, ... that nothing else takes.
 */
export function nameBonds(
  bonds: readonly SelectedBond[],
  author: AuthorsWords,
  problems: PlanProblem[],
): ReadonlyMap<SelectedBond, string> {
  const named = new Map<SelectedBond, string>()
  for (const bond of bonds) {
    const wanted = wantedInterface(bond, problems)
    if (wanted !== '') named.set(bond, wanted)
  }
  const taken = takenNames(bonds, author)
  for (const name of named.values()) taken.add(name)
  let next = 0
  for (const bond of bonds) {
    if (named.has(bond)) continue
    while (taken.has(`bond${next}`)) next++
    named.set(bond, `bond${next++}`)
  }
  return named
}

function wantedInterface(bond: SelectedBond, problems: PlanProblem[]): string {
  const [element] = bond.elements
  if (bond.wantedInterface === '') return element?.interface ?? ''
  if (element && element.interface !== '' && element.interface !== bond.wantedInterface) {
    problems.push({
      kind: 'bond-interface-agreed',
      bond: bond.network.reference,
      bonds: bond.wantedInterface,
      element,
    })
  }
  return bond.wantedInterface
}

function takenNames(bonds: readonly SelectedBond[], author: AuthorsWords): Set<string> {
  const taken = new Set([author.defaultNetwork?.interface || defaultInterface])
  for (const element of author.networks?.elements ?? []) taken.add(effectiveInterface(element))
  for (const bond of bonds) for (const link of bond.network.linkNames ?? []) taken.add(link)
  return taken
}
