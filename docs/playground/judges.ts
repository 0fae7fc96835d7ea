import { createNetworkJudge, type NetworkVerdict } from '../../src/bonding/network-verdict.ts'
import type { Network } from '../../src/bonding/network.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { createPolicyJudge } from '../../src/bonding/sriov-policy-verdict.ts'
import { createWorkloadJudge } from '../../src/bonding/workload-verdict.ts'
import type { Judges as LintJudges } from '../../src/manifests/lint/judge-content.ts'

/** The engine with the settings that it has where a site gives none. */
export interface Judges extends LintJudges {
  /** What the webhook refuses a network for, which is less than `lint` calls an error. */
  readonly refuseNetwork: (network: Network) => NetworkVerdict
}

/** Of objects that name none; kubectl's own. */
export const namespace = 'default'

/** They remember the verdicts on networks, and are made once. */
export const judges: Judges = {
  plan: createPlanner(defaultPolicy),
  judgeNetwork: createNetworkJudge(defaultPolicy, 'documented'),
  judgeWorkload: createWorkloadJudge(defaultPolicy),
  judgePolicies: createPolicyJudge(defaultPolicy),
  refuseNetwork: createNetworkJudge(defaultPolicy, 'runtime'),
  namespace,
}
