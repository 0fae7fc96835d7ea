import { fileFinding, type LintFinding, ruleFinding } from '../lint/lint-finding.ts'
import type { Repair } from './repair.ts'
import type { Told } from './told.ts'

/** Why repairs are not made: by repair, and of those for which that cannot be said. */
export interface Objections {
  readonly byRepair: ReadonlyMap<Repair, string>
  readonly unattributed: string | undefined
}

/** What speaks against repairs of one kind: what they should have mended and have not, and what they brought about. */
export function objections(repairs: readonly Repair[], before: Told, after: Told, namespace: string): Objections {
  const was = counted(allFindings(before, namespace))
  const is = counted(allFindings(after, namespace))
  const byRepair = new Map<Repair, string>()
  // Whether a document can be read now, the repair itself has found out.
  const mending = repairs.filter(({ kind }) => kind !== 'document')
  const mended = counted(mending.flatMap(({ findings }) => findings))
  for (const repair of mending) {
    const stays = repair.findings.some(each => countOf(is, each) > countOf(was, each) - countOf(mended, each))
    if (stays) byRepair.set(repair, 'the same would be found again')
  }
  let unattributed: string | undefined
  for (const { finding, count } of is.values()) {
    if (count <= countOf(was, finding)) continue
    const reason = `it would bring about ${finding.rule}: ${finding.message}`
    const causes = mending.filter(repair => repair.findings.some(each => causedBy(repair, each, finding)))
    for (const repair of causes) if (!byRepair.has(repair)) byRepair.set(repair, reason)
    if (causes.length === 0 && mending.some(({ kind }) => kind === 'addition')) unattributed = reason
  }
  return { byRepair, unattributed }
}

/** What could not be judged before may be found now, but not where a value stands that was judged. */
function causedBy({ kind }: Repair, mended: LintFinding, found: LintFinding): boolean {
  if (kind === 'text' || found.file !== mended.file) return false
  // Without its callout, a value can be a number where the API server wants a text.
  if (mended.object === null) return found.object === null && found.severity === 'error'
  const same = objectKey(found) === objectKey(mended)
  return kind === 'addition' ? same : same && found.path === mended.path
}

type Counts = ReadonlyMap<string, { readonly finding: LintFinding; readonly count: number }>

function counted(findings: readonly LintFinding[]): Counts {
  const counts = new Map<string, { readonly finding: LintFinding; readonly count: number }>()
  for (const finding of findings) {
    counts.set(findingKey(finding), { finding, count: (counts.get(findingKey(finding))?.count ?? 0) + 1 })
  }
  return counts
}

function countOf(counts: Counts, finding: LintFinding): number {
  return counts.get(findingKey(finding))?.count ?? 0
}

/** Lines move, what is wrong does not. */
export function findingKey(finding: LintFinding): string {
  return [finding.rule, finding.file, objectKey(finding), finding.path].join('\n')
}

/** Of all that is told. */
export function findingKeys(told: Told, namespace: string): ReadonlySet<string> {
  return new Set(allFindings(told, namespace).map(findingKey))
}

function objectKey({ object }: LintFinding): string {
  return object ? `${object.kind} ${object.namespace}/${object.name}` : ''
}

function allFindings({ problems, findings }: Told, namespace: string): readonly LintFinding[] {
  return [...problems.map(fileFinding), ...findings.map(each => ruleFinding(each, namespace))]
}
