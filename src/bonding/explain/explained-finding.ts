import type { Finding } from '../finding.ts'
import { fieldOf } from '../layout.ts'
import { type HeldPod, toldOnHolder } from '../workload.ts'
import type { ExplainedFinding } from './explanation.ts'

/** A finding about a held pod, at the path of the object that its author wrote. */
export function explainedFinding(finding: Finding, held: HeldPod): ExplainedFinding {
  const { rule, severity, certainty, message, why, fix } = finding
  return { rule, severity, certainty, field: fieldOf(toldOnHolder(finding, held)), message, why, fix }
}
