import { formatPath } from './place.ts'
import { networkText } from './network-key.ts'
import type { Policy } from './policy.ts'
import { judgeOf, type PolicyFinding } from './rules/judge.ts'
import { supplyBonds, type SupplyScene } from './sriov-policy-bonds.ts'

/** From everything that some files hold to what only the policies among it show. */
export type PolicyJudge = (scene: SupplyScene) => readonly PolicyFinding[]

/** What several bonds depend on is told once. */
export function createPolicyJudge(policy: Policy): PolicyJudge {
  const judge = judgeOf(policy)
  return scene => {
    const findings = supplyBonds(scene, policy).flatMap(bond => judge.policies(bond))
    return [...new Map(findings.toReversed().map(finding => [placeText(finding), finding])).values()].toReversed()
  }
}

function placeText({ rule, object, place, mend }: PolicyFinding): string {
  if (mend) return `${rule} policy ${networkText(mend.policy)} ${formatPath(mend.path)}`
  return `${rule} ${networkText(object)} ${formatPath(place.path)}`
}
