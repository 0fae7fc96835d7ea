import type { Logger } from 'pino'
import type { Outcome } from '../admission/answer.ts'
import { subjectOf, type AdmissionRequest } from '../admission/request.ts'

/** Told once about each admission that is answered. */
export type Observe = (endpoint: string, request: AdmissionRequest, outcome: Outcome, ms: number) => void

/** The one line of an admission: who, what, why, how long. Nothing of what the object holds. */
export function logAdmission(log: Logger, request: AdmissionRequest, outcome: Outcome, ms: number): void {
  const { uid, operation, dryRun } = request
  log.info(
    { ...subjectOf(request), uid, operation, ...(dryRun && { dryRun }), ...outcome, ms: Math.round(ms * 1000) / 1000 },
    'admission',
  )
}
