import type { Certainty, Finding } from './finding.ts'
import type { Network } from './network.ts'
import type { Policy } from './policy.ts'
import { createJudge } from './rules/judge.ts'

/**
 * What a network is refused for where it is made, not where a pod uses it.
 *
 * - `runtime`: what Multus, libcni and the plugins refuse themselves. Pods without our label may use the network as
 *   well, and what only documentation asks for need not concern them
 * - `documented`: every error
 */
export type NetworkRefusals = 'runtime' | 'documented'

export interface NetworkVerdict {
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
}

const refusedByPrograms: ReadonlySet<Certainty> = new Set(['refused-at-load', 'refused-at-add'])

/** Makes the function from a network by itself to its verdict. */
export function createNetworkJudge(
  { severities }: Pick<Policy, 'severities'>,
  refusals: NetworkRefusals,
): (network: Network) => NetworkVerdict {
  const judge = createJudge(severities)
  const refuses = ({ severity, certainty }: Finding) =>
    severity === 'error' && (refusals === 'documented' || refusedByPrograms.has(certainty))
  return network => {
    const findings = judge.networks([network], network.reference.namespace)
    return { errors: findings.filter(refuses), warnings: findings.filter(finding => !refuses(finding)) }
  }
}
