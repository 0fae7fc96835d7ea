import fc from 'fast-check'

/** One property that must hold for whatever comes in. */
export interface FuzzTarget {
  readonly name: string
  /** How often the unit tests try it; by hand it is tried for minutes. */
  readonly runs: number
  readonly property: fc.IRawProperty<unknown>
}

/** Of the unit tests, so that a failure is one for everybody. `npm run fuzz` takes others. */
export const usualSeed = 20261125

export type Trial =
  | { readonly kind: 'held'; readonly runs: number }
  /** What to see it again with, the smallest input found, and what went wrong. */
  | { readonly kind: 'broken'; readonly reproduction: string; readonly input: string; readonly problem: string }

/** @param path of an earlier failure, as it was printed: only that is tried then */
export async function tryTarget(target: FuzzTarget, seed: number, numRuns: number, path = ''): Promise<Trial> {
  const details = await fc.check(target.property, { seed, numRuns, ...(path !== '' && { path, endOnFailure: true }) })
  if (!details.failed) return { kind: 'held', runs: details.numRuns }
  return {
    kind: 'broken',
    reproduction: `npm run fuzz -- --target '${target.name}' --seed ${details.seed} --path ${details.counterexamplePath ?? ''}`,
    input: fc.stringify(details.counterexample).slice(0, 4_000),
    problem:
      details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : String(details.errorInstance),
  }
}
