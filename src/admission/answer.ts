import type { Finding } from '../bonding/finding.ts'
import type { PatchOperation } from '../bonding/json-patch.ts'

/** What happened, for the log line, the audit annotations and (later) the metrics: one record, told the same everywhere. */
export interface Outcome {
  /** `untouched`: none of our business. `unchanged`: ours, and already as it must be. */
  readonly verdict: 'injected' | 'unchanged' | 'refused' | 'untouched'
  /** Why it was left untouched. */
  readonly reason?: string
  /** `demo/bond-net1@bond0` */
  readonly bonds: readonly string[]
  /** The ids of the rules that spoke, as errors or as warnings. */
  readonly rules: readonly string[]
  /** The ids of the rules that would have spoken, had not the authors of the objects set them aside. */
  readonly ignored?: readonly string[]
}

/** The rules that spoke, each once. */
export function rulesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(finding => finding.rule))]
}

/** One line of `kubectl`'s refusal: it prints `* <field>: <message>` and nothing else. */
export interface Cause {
  readonly reason: string
  readonly message: string
  readonly field: string
}

export interface Refusal {
  /** Events show its first line only. */
  readonly message: string
  readonly kind: string
  readonly name: string
  readonly causes: readonly Cause[]
}

interface Common {
  readonly outcome: Outcome
  /** Without line breaks: the API server drops a warning that has one. */
  readonly warnings: readonly string[]
}

export type AdmissionAnswer =
  | (Common & { readonly kind: 'allowed' })
  | (Common & { readonly kind: 'patched'; readonly patch: readonly PatchOperation[] })
  | (Common & { readonly kind: 'denied'; readonly refusal: Refusal })

/** What an outcome says of rules; nothing of those that were set aside where there are none, as nearly always. */
export function spoken(
  findings: readonly Finding[],
  ignored: readonly Finding[] = [],
): Pick<Outcome, 'rules' | 'ignored'> {
  return { rules: rulesOf(findings), ...(ignored.length > 0 && { ignored: rulesOf(ignored) }) }
}

export function allowed(outcome: Outcome, warnings: readonly string[] = []): AdmissionAnswer {
  return { kind: 'allowed', outcome, warnings }
}

/** None of our business, and why. */
export function untouched(
  reason: string,
  warnings: readonly string[] = [],
  rules: Pick<Outcome, 'rules' | 'ignored'> = { rules: [] },
): AdmissionAnswer {
  return allowed({ verdict: 'untouched', reason, bonds: [], ...rules }, warnings)
}

export function patched(
  patch: readonly PatchOperation[],
  outcome: Outcome,
  warnings: readonly string[] = [],
): AdmissionAnswer {
  return { kind: 'patched', patch, outcome, warnings }
}

export function denied(refusal: Refusal, outcome: Outcome, warnings: readonly string[] = []): AdmissionAnswer {
  return { kind: 'denied', refusal, outcome, warnings }
}
