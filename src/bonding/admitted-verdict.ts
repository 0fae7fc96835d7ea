import { admittedPodOf, type PodBefore } from './admitted-pod.ts'
import type { Catalogue } from './catalogue.ts'
import type { Finding } from './finding.ts'
import { type IgnoredFinding, sortOutIgnored } from './ignored.ts'
import { annotations } from './keys.ts'
import { createDraftJudge } from './plan.ts'
import { draftPod } from './plan/draft.ts'
import { readStatus } from './plan/status.ts'
import { type Pod, podAnnotation } from './pod.ts'
import type { Policy } from './policy.ts'
import { judgeOf } from './rules/judge.ts'

/** What is wrong with a pod as the API server is about to store it; nothing where it is none of our business. */
export interface AdmittedVerdict {
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
  /** What the authors of the pod and of its networks set aside. */
  readonly ignored: readonly IgnoredFinding[]
}

/** @param before of an update: what the pod said until now */
export type AdmittedJudge = (pod: Pod, catalogue: Catalogue, before?: PodBefore) => AdmittedVerdict

/**
 * Makes the function that gives the final verdict. What changed since injection is told first; only where nothing did,
 * the pod is judged as one that comes for the first time, so that one cause is told once. Advice is not repeated: it
 * was given at injection.
 */
export function createAdmittedJudge(policy: Policy): AdmittedJudge {
  const drafts = createDraftJudge(policy)
  const judge = judgeOf(policy)
  return (pod, catalogue, before) => {
    const dismissal = drafts.dismissed(pod)
    if (dismissal) {
      // A completed pod that a later webhook put on the network of its host has no bond any more.
      const undone = dismissal.reason === 'host-network' && readStatus(pod) !== undefined
      return { errors: [], warnings: undone ? dismissal.warnings : [], ignored: [] }
    }
    const draft = draftPod(pod, catalogue, policy)
    const verdict = drafts.verdictOn(draft)
    const findings = judge.admitted(admittedPodOf(draft, policy, before))
    const ignore = podAnnotation(pod, annotations.ignore)
    const { kept, ignored } = sortOutIgnored(findings, () => ignore, pod.namespace)
    const errors = kept.filter(({ severity }) => severity === 'error')
    const warnings = kept.filter(({ severity }) => severity === 'warning')
    return {
      errors: verdict.kind === 'refused' && errors.length === 0 ? verdict.errors : errors,
      warnings,
      ignored: [...verdict.ignored, ...ignored],
    }
  }
}
