import { createNetworkJudge } from '../../../src/bonding/network-verdict.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { createPolicyJudge } from '../../../src/bonding/sriov-policy-verdict.ts'
import { createWorkloadJudge } from '../../../src/bonding/workload-verdict.ts'
import { fixManifests, type Fixing, type FixOptions } from '../../../src/manifests/fix/fix-manifests.ts'

/** What becomes of files by name. */
export function fixing(files: Readonly<Record<string, string>>, options: Partial<FixOptions> = {}): Fixing {
  const read = Object.entries(files).map(([file, text]) => ({ file, text }))
  return fixManifests(
    { files: read, problems: [] },
    {
      plan: createPlanner(defaultPolicy),
      judgeNetwork: createNetworkJudge(defaultPolicy, 'documented'),
      judgeWorkload: createWorkloadJudge(defaultPolicy),
      judgePolicies: createPolicyJudge(defaultPolicy),
      namespace: 'demo',
      minCertainty: 'advice',
      missing: false,
      ...options,
    },
  )
}

/** What becomes of one file; the same where nothing does. */
export function fixed(text: string, options: Partial<FixOptions> = {}): string {
  return fixing({ 'a.yaml': text }, options).files[0]?.after ?? text
}

/** `7:15 miimon-string` of all that was fixed. */
export function mended({ fixed }: Fixing): readonly string[] {
  return fixed.map(({ line, column, rule }) => `${line}:${column} ${rule}`)
}
