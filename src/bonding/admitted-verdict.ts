import { readAdmittedPod, type PodBefore } from './admitted-pod.ts'
import type { Catalogue } from './catalogue.ts'
import type { Finding } from './finding.ts'
import { createPlanner } from './plan.ts'
import { readStatus } from './plan/status.ts'
import type { Pod } from './pod.ts'
import type { Policy } from './policy.ts'
import { createJudge } from './rules/judge.ts'

/** What is wrong with a pod as the API server is about to store it; nothing where it is none of our business. */
export interface AdmittedVerdict {
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/** @param before of an update: what the pod said until now */
export type AdmittedJudge = (pod: Pod, catalogue: Catalogue, before?: PodBefore) => AdmittedVerdict

/**
 * Makes the function that gives the final verdict. What changed since injection is told first; only where nothing did,
 * the pod is judged as one that comes for the first time, so that one cause is told once. Advice is not repeated: it
 * was given at injection.
 */
export function createAdmittedJudge(policy: Policy): AdmittedJudge {
  const plan = createPlanner(policy)
  const judge = createJudge(policy.severities)
  return (pod, catalogue, before) => {
    const verdict = plan(pod, catalogue)
    if (verdict.kind === 'nothing-to-do') {
      // A completed pod that a later webhook put on the network of its host has no bond any more.
      const undone = verdict.reason === 'host-network' && readStatus(pod) !== undefined
      return { errors: [], warnings: undone ? verdict.warnings : [] }
    }
    const findings = judge.admitted(readAdmittedPod(pod, catalogue, policy, before))
    const errors = findings.filter(({ severity }) => severity === 'error')
    const warnings = findings.filter(({ severity }) => severity === 'warning')
    return { errors: errors.length > 0 || verdict.kind === 'planned' ? errors : verdict.errors, warnings }
  }
}
