import type { Lint } from '../lint/lint-manifests.ts'
import type { LintFinding } from '../lint/lint-finding.ts'
import { type LintFormat, type ReportOptions, reports } from '../lint/reports.ts'
import { entry, jsonOf } from '../lint/report/json.ts'
import { wrapBehind } from '../lint/report/wrap.ts'
import type { Refused } from './repair.ts'

/** What became of the findings that could be mended, and what lint says of the files as they are now. */
export interface FixReport {
  /** False where it was only to be shown. */
  readonly written: boolean
  readonly fixed: readonly LintFinding[]
  readonly refused: readonly Refused[]
  readonly onRequest: number
  /** How many findings are, or would be, left. */
  readonly left: number
  readonly lint: Lint
}

/** What is printed of it. SARIF and JUnit are about what is wrong: that the rest was mended, they cannot say. */
export const fixReports: Readonly<Record<LintFormat, (report: FixReport, options: ReportOptions) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: ({ lint }, options) => reports.sarif(lint, options),
  junit: ({ lint }, options) => reports.junit(lint, options),
}

const width = 80

function textReport(report: FixReport, options: ReportOptions): string {
  const { fixed, refused, written, lint } = report
  const notDone = refused.flatMap(({ finding, reason }) => line(finding, 'not fixed', reason))
  // The diff is beside it.
  if (!written) return [...notDone, summary(report), ''].join('\n')
  const lines = [...fixed.flatMap(finding => line(finding, 'fixed', finding.fix)), ...notDone]
  const done = lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
  return `${done}${reports.text(lint, options)}${summary(report)}\n`
}

/** `fixed 3 findings in 2 files; 1 left`. */
function summary({ fixed, left, onRequest, written }: FixReport): string {
  const files = new Set(fixed.map(({ file }) => file)).size
  const done = `${written ? 'fixed' : 'would fix'} ${several(fixed.length, 'finding')} in ${several(files, 'file')}`
  const more = onRequest === 0 ? '' : `, ${onRequest} of them fixed by --fix-missing`
  return `${done}; ${left} ${written ? '' : 'would be '}left${more}`
}

function line(finding: LintFinding, label: string, said: string): readonly string[] {
  const place = finding.line === 0 ? finding.file : `${finding.file}:${finding.line}:${finding.column}`
  return wrapBehind(`${place}: ${label}: `, `${finding.rule}: ${said}`, width, '    ')
}

function several(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

/** What lint prints, with a field more. */
function jsonReport({ lint, written, fixed, refused, onRequest, left }: FixReport): string {
  const notFixed = refused.map(({ finding, reason }) => ({ ...entry(finding), reason }))
  const fixes = { written, fixed: fixed.map(entry), notFixed, onRequest, left }
  return `${JSON.stringify({ ...jsonOf(lint), fixes }, null, 2)}\n`
}
