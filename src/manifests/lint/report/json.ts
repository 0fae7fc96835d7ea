import type { LintFinding } from '../lint-finding.ts'
import type { Lint } from '../lint-manifests.ts'
import { count } from './summary-line.ts'

/**
 * For programs. `version` changes when a field changes its meaning or goes; fields may be added.
 *
 * Of what is wrong with a file itself `certainty` and `object` are null, and `path` and `why` are empty; `line` and
 * `column` are 0 where it is the file as a whole.
 */
export function jsonReport(lint: Lint): string {
  return `${JSON.stringify(jsonOf(lint), null, 2)}\n`
}

/** The report before it is text, for whoever has more to say. */
export function jsonOf(lint: Lint) {
  return {
    version: 1,
    findings: lint.findings.map(entry),
    ignored: lint.ignored.map(finding => ({ ...entry(finding), reason: finding.reason })),
    summary: {
      files: lint.files.length,
      networks: lint.networks,
      pods: lint.pods,
      errors: count(lint, 'error'),
      warnings: count(lint, 'warning'),
      ignored: lint.ignored.length,
      hints: lint.hints,
      rulesNotChecked: lint.unchecked,
      ...(lint.unchecked > 0 && { rulesNotCheckedBecause: lint.uncheckedBecause ?? 'policies were not given' }),
    },
  }
}

/** A finding as programs read it. */
export function entry(finding: LintFinding) {
  const { rule, severity, certainty, object, path, file, line, column, message, why, fix } = finding
  return { rule, severity, certainty, object, path, file, line, column, message, why, fix }
}
