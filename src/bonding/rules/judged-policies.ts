import type { Finding } from '../finding.ts'
import { defaultPolicy } from '../policy.ts'
import { createPolicyJudge } from '../sriov-policy-verdict.ts'
import type { SriovPolicyExample } from './example.ts'
import { supplyOfExample } from './example-policies.ts'
import { judgeOf } from './judge.ts'

/** What all rules say about an example: of the networks by themselves, and of the policies behind them. */
export function findingsOnPolicies(example: SriovPolicyExample): readonly Finding[] {
  const scene = supplyOfExample(example)
  return [...judgeOf(defaultPolicy).networks(scene.networks, 'demo'), ...createPolicyJudge(defaultPolicy)(scene)]
}
