import type { LintFinding } from '../lint/lint-finding.ts'
import type { TextEdit } from '../edited-text.ts'
import type { TextRange } from '../source-text.ts'

/**
 * What a repair can bring to light.
 *
 * - `document`: it makes a document of the file readable, of which nothing was known before
 * - `text`: the same of the JSON in a text
 * - `value`: it gives a value the type that is read; what stands elsewhere in the object can be judged then
 * - `addition`: everything was readable; nothing new may come of it
 */
export type RepairKind = 'document' | 'text' | 'value' | 'addition'

/** The edits of one file that mend one thing, or all that keeps one document from being read. */
export interface Repair {
  readonly kind: RepairKind
  /** What it mends; at least one. */
  readonly findings: readonly LintFinding[]
  readonly file: string
  /** The object or document that it stands in. */
  readonly around: TextRange
  /** Of the text that the findings speak of, in the order of their offsets, none inside another. */
  readonly edits: readonly TextEdit[]
}

/** A finding that could be mended but is not, and why. */
export interface Refused {
  readonly finding: LintFinding
  readonly reason: string
}

export type Proposal =
  ({ readonly kind: 'repair' } & { readonly repair: Repair }) | ({ readonly kind: 'refused' } & Refused)
