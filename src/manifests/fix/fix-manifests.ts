import { inFileOrder } from '../content/file-order.ts'
import type { TextEdit } from '../edited-text.ts'
import { type Lint, lintManifests, type LintOptions } from '../lint/lint-manifests.ts'
import type { LintFinding } from '../lint/lint-finding.ts'
import type { ManifestFiles } from '../manifest-files.ts'
import { Fixer } from './fixer.ts'
import type { Refused } from './repair.ts'

export interface FixedFile {
  readonly file: string
  readonly before: string
  readonly after: string
  /** From the one to the other, in the order of their offsets. */
  readonly edits: readonly TextEdit[]
}

export interface Fixing {
  /** Those whose text changes. */
  readonly files: readonly FixedFile[]
  /** What was mended, where it stood before. */
  readonly fixed: readonly LintFinding[]
  /** What could have been, and why it was not. */
  readonly refused: readonly Refused[]
  /** How many more are mended where that is asked for. */
  readonly onRequest: number
  /** What lint says behind it. */
  readonly left: Lint
}

export interface FixOptions extends LintOptions {
  /** Add also what is missing and could only be there in one way, but that the author has to want. */
  readonly missing: boolean
}

/**
 * Mends in the texts of some files what can be mended without knowing more than their authors wrote. Nothing else of a
 * text changes, and nothing that is read in it but what was wrong.
 */
export function fixManifests(manifests: ManifestFiles, options: FixOptions): Fixing {
  const fixer = new Fixer(manifests, options)
  fixer.run()
  const placed = inFileOrder(
    fixer.refused.map(each => ({ ...each.finding, each })),
    manifests.files,
  )
  return {
    files: fixer.files.filter(({ edits }) => edits.length > 0),
    fixed: inFileOrder(fixer.fixed, manifests.files),
    refused: placed.map(({ each }) => each),
    onRequest: fixer.onRequest,
    left: lintManifests(fixer.manifests, options),
  }
}
