import type { Lint } from './lint-manifests.ts'
import { jsonReport } from './report/json.ts'
import { junitReport } from './report/junit.ts'
import { sarifReport } from './report/sarif.ts'
import { textReport } from './report/text.ts'

export type LintFormat = 'text' | 'json' | 'sarif' | 'junit'

export interface ReportOptions {
  readonly colour: boolean
  /** Of this program. */
  readonly version: string
}

/** What is printed of a lint. */
export const reports: Readonly<Record<LintFormat, (lint: Lint, options: ReportOptions) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
}
