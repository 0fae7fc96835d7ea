import { countsOf, type WindowCounts } from '../steady/window.ts'
import type { Aftermath, Fault } from './fault.ts'

/** One row of the report. */
export interface Verdict {
  readonly fault: Fault
  readonly counts: WindowCounts
  /** How many failures the target lets pass. */
  readonly excused: number
  readonly notes: readonly string[]
  /** Why the target is missed, or why nothing was shown; empty: it is met. */
  readonly missed: readonly string[]
}

/** Of a whole creation: far more than any webhook takes. */
const slowMs = 1_000

/** Is the target met? A window in which nobody asked shows nothing, and misses it. */
export function judge(fault: Fault, aftermath: Aftermath, window: WindowCounts): Verdict {
  const { notes = [], excused: excuse, creations: more = [] } = aftermath
  const counts = { ...window, ...countsOf([...window.creations, ...more]) }
  const { wrong, failed, unreached, right } = counts.fates
  const excused = Math.min(failed, excuse?.(counts.creations.filter(({ fate }) => fate === 'failed')) ?? 0)
  const answered = right + wrong
  const missed = [
    ...(counts.calls.asked === 0 || right === 0 ? ['nothing was asked'] : []),
    // The API server counts what is answered within the window, we what was due in it: some at its ends differ.
    ...(!fault.apiServerAway && counts.calls.asked < 0.9 * answered ? ['the webhook was called too seldom'] : []),
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
    ...(failed > excused ? [`${failed - excused} failed that may not`] : []),
    ...(unreached > 0 && !fault.apiServerAway ? [`${unreached} did not reach the API server`] : []),
  ]
  const slow = counts.latency.median > slowMs ? ['more load than this machine could take: look at the counts only'] : []
  return { fault, counts, excused, notes: [...notes, ...slow], missed }
}
