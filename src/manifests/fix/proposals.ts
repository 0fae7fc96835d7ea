import { fileFinding, type LintFinding, ruleFinding } from '../lint/lint-finding.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { SourceText } from '../source-text.ts'
import { calloutBehindValue } from './callout-repair.ts'
import { configFixers } from './config-fixers.ts'
import { documentRepairs } from './document-repair.ts'
import { documentSteps } from './document-steps.ts'
import type { Proposal } from './repair.ts'
import { ruleRepair } from './rule-repair.ts'
import type { Told } from './told.ts'

/** All that could be mended in some files, in the order of what the repairs can bring to light. */
export function proposals({ content, problems, findings }: Told, namespace: string): readonly Proposal[] {
  const { files } = content
  const documents = files.filter(({ file }) => problems.some(problem => problem.file === file && isOfDocument(problem)))
  const all = [
    ...documents.flatMap(({ file, text }) => documentRepairs(file, text)),
    ...problems.flatMap(problem => calloutProposal(problem, files) ?? []),
    ...findings.flatMap(told => ruleRepair(told, ruleFinding(told, namespace)) ?? []),
  ]
  return all.toSorted((a, b) => rank(a) - rank(b))
}

/** Is it a rule whose findings are mended only where that is asked for? */
export function isAsked({ rule }: LintFinding): boolean {
  return configFixers[rule]?.asked === true
}

function isOfDocument({ severity, cause }: ManifestProblem): boolean {
  return severity === 'error' && documentSteps[cause] !== undefined
}

function calloutProposal(problem: ManifestProblem, files: Told['content']['files']): Proposal | undefined {
  const file = problem.cause === 'callout' ? files.find(each => each.file === problem.file) : undefined
  if (!file) return undefined
  const offset = new SourceText(file.file, file.text).lineStart(problem.line) + problem.column - 1
  return calloutBehindValue(file.objects, offset, fileFinding(problem))
}

const ranks = { document: 0, text: 1, value: 2, addition: 3 } as const

function rank(proposal: Proposal): number {
  return proposal.kind === 'repair' ? ranks[proposal.repair.kind] : 0
}
