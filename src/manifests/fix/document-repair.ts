import { sameValue } from '../edit/change.ts'
import { fileFinding, type LintFinding } from '../lint/lint-finding.ts'
import { type ManifestNode, valueOf } from '../manifest-node.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import { objectsIn } from '../objects-in.ts'
import { readPart } from '../read-part.ts'
import { SourceText } from '../source-text.ts'
import { type DocumentPart, splitDocuments } from '../split-documents.ts'
import { documentSteps, type Understanding } from './document-steps.ts'
import { EditHistory } from './edit-history.ts'
import type { Proposal } from './repair.ts'

/** Every way to understand what is wrong with indentation; the document has to mean the same in each. */
const understandings: readonly [Understanding, ...Understanding[]] = [
  { tab: 2, move: 'rest' },
  { tab: 4, move: 'head' },
  { tab: 8, move: 'rest' },
]

/** No page has that many callouts, no file that many lines with a tab that somebody did not see. */
const mostSteps = 200

/**
 * The repairs of the documents of a file that cannot be read. A document is repaired as a whole, so that it can be read
 * in the end and in one way only, or not at all.
 */
export function documentRepairs(file: string, text: string): readonly Proposal[] {
  const { parts } = splitDocuments(new SourceText(file, text))
  return parts.flatMap((part, index) => {
    const source = new SourceText(file, text)
    return readWhole(source, part).problem ? (repairOf(source, index) ?? []) : []
  })
}

function repairOf(source: SourceText, index: number): Proposal | undefined {
  const [first, ...others] = understandings
  const tried = steps(source, index, first)
  const [finding] = tried.findings
  if (!finding) return undefined
  const refused = (reason: string): Proposal => ({ kind: 'refused', finding, reason })
  if (tried.problem) return refused(`the document could not be read then either: ${tried.problem.message}`)
  const wanted = tried.value
  const same = others.every(other => {
    const { problem, value } = steps(source, index, other)
    return !problem && sameValue(value, wanted)
  })
  if (!same) return refused('the document can be understood in more than one way')
  const { findings, history } = tried
  const around = splitDocuments(source).parts[index] ?? { start: 0, end: 0 }
  return { kind: 'repair', repair: { kind: 'document', findings, file: source.file, around, edits: history.edits } }
}

interface Tried {
  readonly history: EditHistory
  /** What the steps mended, at its place in the text before all of them. */
  readonly findings: readonly LintFinding[]
  /** What is left. */
  readonly problem: ManifestProblem | undefined
  readonly value: unknown
}

function steps(before: SourceText, index: number, understanding: Understanding): Tried {
  let history = new EditHistory(before.text)
  const count = splitDocuments(before).parts.length
  const findings: LintFinding[] = []
  for (;;) {
    const source = new SourceText(before.file, history.text)
    const { parts } = splitDocuments(source)
    const part = parts[index]
    if (!part || parts.length !== count) return { history, findings: [], problem: undefined, value: undefined }
    const { root, problem } = readWhole(source, part)
    if (!problem) return { history, findings, problem, value: root && valueOf(root) }
    const offset = source.lineStart(problem.line) + problem.column - 1
    const edits = documentSteps[problem.cause]?.({ source, part, offset, understanding })
    if (!edits || findings.length >= mostSteps) return { history, findings, problem, value: undefined }
    findings.push(fileFinding({ ...problem, ...before.positionAt(history.originalOffset(offset)) }))
    history = history.edited(edits)
  }
}

interface Reading {
  readonly root: ManifestNode | undefined
  /** What keeps the document from being read to its end as objects of Kubernetes. */
  readonly problem: ManifestProblem | undefined
}

function readWhole(source: SourceText, part: DocumentPart): Reading {
  const { root, problems } = readPart(source, part)
  const all = root ? [...problems, ...objectsIn(source, root).problems] : problems
  return { root, problem: all.find(({ severity, cause }) => severity === 'error' || cause === 'ignored-text') }
}
