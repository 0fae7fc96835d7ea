import type { AdmittedJudge } from '../admitted-verdict.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Finding } from '../finding.ts'
import { annotations } from '../keys.ts'
import type { Verdict } from '../plan.ts'
import { type BondStatus, readStatus } from '../plan/status.ts'
import { podAnnotation } from '../pod.ts'
import type { HeldPod } from '../workload.ts'
import { differencesOf } from './differences.ts'
import { explainedFinding } from './explained-finding.ts'
import type { CarriedState } from './explanation.ts'

/**
 * What the pod carries of ours, held against what was recomputed.
 *
 * @param verdict on the pod as its author wrote it
 */
export function carriedState(
  held: HeldPod,
  verdict: Verdict,
  judge: AdmittedJudge,
  catalogue: Catalogue,
): CarriedState {
  const { pod } = held
  const carried = readStatus(pod)
  if (!carried) {
    const absent = podAnnotation(pod, annotations.status) === undefined
    return { status: absent ? 'absent' : 'unreadable', differences: [], findings: [] }
  }
  const { errors, warnings } = judge(pod, catalogue)
  // One cause, one finding: what is told of the recomputed pod is not told again.
  const told = new Set(findingsOf(verdict).map(keyOf))
  const news = [...errors, ...warnings].filter(finding => !told.has(keyOf(finding)))
  const differences = verdict.kind === 'planned' ? differencesOf(carried, plannedBonds(verdict)) : []
  return { status: 'ours', differences, findings: news.map(finding => explainedFinding(finding, held)) }
}

/** All that the rules say of a verdict, errors first. */
export function findingsOf(verdict: Verdict): readonly Finding[] {
  return [...(verdict.kind === 'refused' ? verdict.errors : []), ...verdict.warnings]
}

/** The bonds as the new status annotation tells them: read back, since a true old one keeps where its links came from. */
export function plannedBonds(verdict: Verdict): readonly BondStatus[] {
  if (verdict.kind !== 'planned') return []
  const { pod, status } = verdict.plan
  return readStatus({ ...pod, annotations: { [annotations.status]: status } }) ?? []
}

function keyOf({ rule, message }: Finding): string {
  return `${rule} ${message}`
}
