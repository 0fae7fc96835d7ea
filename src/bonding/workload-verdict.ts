import type { Finding } from './finding.ts'
import { type IgnoredFinding, sortOutIgnored } from './ignored.ts'
import { annotations } from './keys.ts'
import type { Policy } from './policy.ts'
import { judgeOf } from './rules/judge.ts'
import type { Workload } from './workload.ts'

/** What is wrong around the template of a workload: its pods never come to us, so nobody else says it. */
export type WorkloadJudge = (workload: Workload) => WorkloadVerdict

export interface WorkloadVerdict {
  readonly findings: readonly Finding[]
  /** What the workload's author set aside. */
  readonly ignored: readonly IgnoredFinding[]
}

export function createWorkloadJudge(policy: Policy): WorkloadJudge {
  const judge = judgeOf(policy)
  return workload => {
    const text = workload.at(['metadata', 'annotations', annotations.ignore])
    const ignore = typeof text === 'string' ? text : undefined
    const { namespace } = workload.reference
    const { kept, ignored } = sortOutIgnored(judge.workload(workload), () => ignore, namespace)
    return { findings: kept, ignored }
  }
}
