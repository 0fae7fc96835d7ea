import type { Certainty, Finding } from './finding.ts'
import { type IgnoredFinding, sortOutIgnored } from './ignored.ts'
import type { Network } from './network.ts'
import type { Policy } from './policy.ts'
import { judgeOf } from './rules/judge.ts'

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
  /** What the network's author set aside. */
  readonly ignored: readonly IgnoredFinding[]
}

const refusedByPrograms: ReadonlySet<Certainty> = new Set(['refused-at-load', 'refused-at-add'])

/** Makes the function from a network by itself to its verdict. */
export function createNetworkJudge(policy: Policy, refusals: NetworkRefusals): (network: Network) => NetworkVerdict {
  const judge = judgeOf(policy)
  const refuses = ({ severity, certainty }: Finding) =>
    severity === 'error' && (refusals === 'documented' || refusedByPrograms.has(certainty))
  return network => {
    const { namespace } = network.reference
    const { kept, ignored } = sortOutIgnored(judge.networks([network], namespace), () => network.ignore, namespace)
    return {
      errors: kept.filter(refuses),
      warnings: kept.filter(finding => !refuses(finding)),
      ignored: ignored.map(each => (refuses(each) ? each : asWarning(each))),
    }
  }
}

/** Here it would have been no more. */
function asWarning(ignored: IgnoredFinding): IgnoredFinding {
  return { ...ignored, severity: 'warning' }
}
