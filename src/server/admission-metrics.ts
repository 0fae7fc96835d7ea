import { Counter, Histogram, type Registry } from 'prom-client'
import type { Outcome } from '../admission/answer.ts'
import { statusReason } from './problem.ts'

/** An admission takes well under a millisecond; the API server waits for at most 30 s, usually for 5 or 10. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * What became of the requests. Labels hold paths, verdicts, reasons and rule ids that stand in this program, never
 * text of a request: whoever could invent values could fill the memory of whoever keeps them.
 */
export class AdmissionMetrics {
  readonly #admissions
  readonly #rules
  readonly #duration
  readonly #failed

  constructor(registry: Registry) {
    const registers = [registry]
    this.#admissions = new Counter({
      name: 'bond_injector_admissions_total',
      help: 'Admissions answered.',
      labelNames: ['endpoint', 'verdict', 'reason', 'dry_run'],
      registers,
    })
    this.#rules = new Counter({
      name: 'bond_injector_admission_rules_total',
      help: 'Admissions in which a rule spoke, as an error or as a warning.',
      labelNames: ['endpoint', 'verdict', 'rule'],
      registers,
    })
    this.#duration = new Histogram({
      name: 'bond_injector_admission_duration_seconds',
      help: 'From the headers of a request to its answer.',
      labelNames: ['endpoint'],
      buckets,
      registers,
    })
    this.#failed = new Counter({
      name: 'bond_injector_requests_failed_total',
      help: 'Requests that were not answered with an AdmissionReview.',
      labelNames: ['code', 'reason'],
      registers,
    })
    // There from the beginning, so that the first failure is an increase.
    for (const code of [400, 500, 503]) this.#failed.inc({ code, reason: statusReason(code) }, 0)
  }

  /** @param ms from the headers of the request to its answer */
  answered(endpoint: string, dryRun: boolean, outcome: Outcome, ms: number): void {
    const { verdict, rules } = outcome
    this.#admissions.inc({ endpoint, verdict, reason: mainReason(outcome), dry_run: dryRun ? 'true' : 'false' })
    for (const rule of rules) this.#rules.inc({ endpoint, verdict, rule })
    this.#duration.observe({ endpoint }, ms / 1000)
  }

  /** @param code of HTTP */
  failed(code: number): void {
    this.#failed.inc({ code, reason: statusReason(code) })
  }
}

/** One for each admission, so that counts add up: why it was left alone, or the rule of the first error. */
function mainReason({ verdict, reason, rules }: Outcome): string {
  return reason ?? (verdict === 'refused' ? rules[0] : undefined) ?? ''
}
