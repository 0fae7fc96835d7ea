import { admittedPodRules } from './admitted-pod/all.ts'
import { bondNetworkRules } from './bond-network/all.ts'
import { linkNetworkRules } from './link-network/all.ts'
import { networkRules } from './network/all.ts'
import { podRules } from './pod/all.ts'
import type { AnyRule } from './rule.ts'
import { sriovPolicyRules } from './sriov-policy/all.ts'
import { workloadRules } from './workload/all.ts'

/** Every rule there is, objects in the order in which a reader meets them. */
export const rules: readonly AnyRule[] = [
  ...networkRules,
  ...bondNetworkRules,
  ...linkNetworkRules,
  ...sriovPolicyRules,
  ...podRules,
  ...admittedPodRules,
  ...workloadRules,
]
