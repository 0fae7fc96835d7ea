import type { Catalogue } from '../bonding/catalogue.ts'
import { type NetworkKey, networkText } from '../bonding/network-key.ts'
import type { Planner, Verdict } from '../bonding/plan.ts'
import type { Pod } from '../bonding/pod.ts'

/**
 * Asks whoever keeps the catalogue for networks that it does not have; they may have been made a moment ago.
 *
 * @returns whether any of them is in the catalogue now
 * @throws where that cannot be told, also because the signal ended the waiting
 */
export type LookUp = (keys: readonly NetworkKey[], signal: AbortSignal) => Promise<boolean>

/** It is not known whether a network exists: an answer would be a guess. */
export class UnansweredLookUp extends Error {
  constructor(keys: readonly NetworkKey[], cause: unknown) {
    const names = keys.map(key => networkText(key)).join(', ')
    super(`${names} could not be looked up: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'UnansweredLookUp'
  }
}

/** A plan asks for the bond first and for its links only then, so what is new can be found in a few rounds. */
const rounds = 4

/** The verdict on a pod, after every network that the catalogue did not have was looked up. */
export function verdictAfterLookUp(
  plan: Planner,
  pod: Pod,
  catalogue: Catalogue,
  lookUp: LookUp | undefined,
  budget: number,
): Verdict | Promise<Verdict> {
  const missing = new Map<string, NetworkKey>()
  const verdict = plan(pod, noting(catalogue, missing))
  // The usual case stays synchronous: everything is in memory.
  if (lookUp === undefined || missing.size === 0) return verdict
  return again(plan, pod, catalogue, lookUp, verdict, missing, budget)
}

async function again(
  plan: Planner,
  pod: Pod,
  catalogue: Catalogue,
  lookUp: LookUp,
  first: Verdict,
  missing: Map<string, NetworkKey>,
  budget: number,
): Promise<Verdict> {
  // Some of the time is left for the answer itself.
  const signal = AbortSignal.timeout(budget * 0.8)
  let verdict = first
  for (let round = 0; round < rounds && missing.size > 0; round++) {
    const keys = [...missing.values()]
    const found = await lookUp(keys, signal).catch((cause: unknown) => {
      throw new UnansweredLookUp(keys, cause)
    })
    if (!found) return verdict
    missing.clear()
    verdict = plan(pod, noting(catalogue, missing))
  }
  return verdict
}

function noting(catalogue: Catalogue, missing: Map<string, NetworkKey>): Catalogue {
  return {
    get(namespace, name) {
      const network = catalogue.get(namespace, name)
      if (!network) missing.set(`${namespace}/${name}`, { namespace, name })
      return network
    },
    list: namespace => catalogue.list(namespace),
  }
}
