import { type Content, gatherContent } from '../content/gather-content.ts'
import type { FindingInFile } from '../content/told-in-file.ts'
import { isAtLeast } from '../lint/certainties.ts'
import { sortOut } from '../lint/ignored-findings.ts'
import { judgeContent } from '../lint/judge-content.ts'
import type { LintOptions } from '../lint/lint-manifests.ts'
import type { ManifestFiles } from '../manifest-files.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { calloutNames } from './callout-names.ts'

/** What lint tells about some files, before it is laid out. */
export interface Told {
  readonly content: Content
  /** Of the files themselves. */
  readonly problems: readonly ManifestProblem[]
  /** Without those that somebody has a reason to ignore. */
  readonly findings: readonly FindingInFile[]
}

export function tell(manifests: ManifestFiles, options: LintOptions): Told {
  const content = gatherContent(manifests, options.namespace)
  const { findings } = judgeContent(content, options)
  const certain = findings.filter(({ finding }) => isAtLeast(finding.certainty, options.minCertainty))
  const problems = [...content.problems, ...calloutNames(content)]
  return { content, problems, findings: sortOut(certain, content).kept }
}
