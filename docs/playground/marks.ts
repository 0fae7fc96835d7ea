import type { LintFinding } from '../../src/manifests/lint/lint-finding.ts'
import { SourceText } from '../../src/manifests/source-text.ts'
import type { Severity } from '../../src/bonding/finding.ts'

/** A part of a text, and what is wrong there. */
export interface Segment {
  readonly text: string
  readonly severity?: Severity
}

/** A finding's place as offsets in the text; undefined where the text as a whole is meant. */
export function rangeOf(
  source: SourceText,
  finding: Place,
): { readonly start: number; readonly end: number } | undefined {
  if (finding.line === 0) return undefined
  const start = Math.min(source.lineStart(finding.line) + finding.column - 1, source.text.length)
  return { start, end: Math.min(start + finding.width, source.text.length) }
}

type Place = Pick<LintFinding, 'line' | 'column' | 'width'>

type Marked = Place & Pick<LintFinding, 'severity'>

/** Cuts a text where findings begin and end. Of two that overlap the later one begins where the earlier one ends. */
export function segmentsOf(text: string, findings: readonly Marked[]): readonly Segment[] {
  const source = new SourceText('', text)
  const segments: Segment[] = []
  let done = 0
  for (const finding of findings.toSorted(byPlace)) {
    const range = rangeOf(source, finding)
    if (!range || range.end <= done) continue
    const start = Math.max(range.start, done)
    segments.push({ text: text.slice(done, start) }, { text: text.slice(start, range.end), severity: finding.severity })
    done = range.end
  }
  return [...segments, { text: text.slice(done) }].filter(segment => segment.text !== '')
}

/** At one place the errors first. */
function byPlace(a: Marked, b: Marked): number {
  const rank = ({ severity }: Marked) => (severity === 'error' ? 0 : 1)
  return a.line - b.line || a.column - b.column || rank(a) - rank(b)
}

/** The worst that is said of each line, by its number. */
export function markedLines(
  findings: readonly Pick<LintFinding, 'line' | 'severity'>[],
): ReadonlyMap<number, Severity> {
  const marks = new Map<number, Severity>()
  for (const { line, severity } of findings) if (marks.get(line) !== 'error') marks.set(line, severity)
  return marks
}
