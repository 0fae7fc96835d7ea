import { type IgnoreEntry, readIgnore, reasonFor } from '../../bonding/ignored.ts'
import { annotations } from '../../bonding/keys.ts'
import { formatPath, type Path } from '../../bonding/place.ts'
import { rules } from '../../bonding/rules/catalogue.ts'
import type { Content } from '../content/gather-content.ts'
import { holderOf } from '../content/holder-of.ts'
import type { FindingInFile } from '../content/told-in-file.ts'
import { writtenPosition } from '../content/written-position.ts'
import { type ManifestObject, textAt } from '../manifest-object.ts'
import type { ManifestProblem } from '../manifest-problem.ts'
import type { LintFinding } from './lint-finding.ts'

/** A finding that the object's author knows and has given a reason for. */
export interface IgnoredFinding extends LintFinding {
  readonly reason: string
}

interface SortedOut {
  readonly kept: readonly FindingInFile[]
  readonly ignored: readonly { readonly told: FindingInFile; readonly reason: string }[]
  /** Entries that have no effect. */
  readonly problems: readonly ManifestProblem[]
}

/**
 * Parts the findings by what the objects that they are told on say about them. What the webhook sees was sorted out by
 * the verdicts; here are objects that it never sees, as those that networks are rendered from.
 */
export function sortOut(findings: readonly FindingInFile[], { files }: Content): SortedOut {
  const kept: FindingInFile[] = []
  const ignored: { told: FindingInFile; reason: string }[] = []
  for (const told of findings) {
    const { finding, object } = told
    const reason = finding.ignoredFor ?? (holderOf(object) ? undefined : reasonFor(finding.rule, ignoreOf(object)))
    if (reason === undefined) kept.push(told)
    else ignored.push({ told, reason })
  }
  return { kept, ignored, problems: files.flatMap(({ objects }) => objects.flatMap(problemsOf)) }
}

const path = ['metadata', 'annotations', annotations.ignore]

function ignoreOf(object: ManifestObject, at: Path = path): string | undefined {
  return textAt(object.node, at)
}

function problemsOf(object: ManifestObject): readonly ManifestProblem[] {
  const template = holderOf(object)?.path ?? []
  const ofTemplate = [...template, ...path]
  const problems = (at: Path, problemOf: (entry: IgnoreEntry) => IgnoreEntry['problem']) =>
    readIgnore(ignoreOf(object, at) ?? '').flatMap(entry => told(object, at, entry.start, problemOf(entry)))
  const own = problems(ofTemplate, ({ problem }) => problem)
  if (template.length === 0) return own
  return [...problems(path, entry => entry.problem ?? misplaced(entry, ofTemplate)), ...own]
}

/** A pod gets the annotations of the template it is made from, and its admission sees no others. */
function misplaced({ rule }: IgnoreEntry, ofTemplate: Path): IgnoreEntry['problem'] {
  if (rules.some(({ id, object }) => id === rule && object === 'workload')) return undefined
  const message = `names ${rule} outside the template of the pods, which do not have it then`
  return { message, fix: `Move it to ${formatPath(ofTemplate.slice(0, -1))}` }
}

function told(
  object: ManifestObject,
  at: Path,
  start: number,
  problem: IgnoreEntry['problem'],
): readonly ManifestProblem[] {
  if (!problem) return []
  const position = writtenPosition(object, { path: at, span: { start, end: start + 1 } })
  const said = { message: `${annotations.ignore} ${problem.message}, and has no effect`, fix: problem.fix }
  return [{ severity: 'warning', cause: 'object', file: object.file, ...position, ...said }]
}
