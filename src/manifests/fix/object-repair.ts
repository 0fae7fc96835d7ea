import { pointerStep } from '../../bonding/json-patch.ts'
import type { Path } from '../../bonding/place.ts'
import { changesOf } from '../edit/change.ts'
import { checkEdits } from '../edit/check-edits.ts'
import type { TextEdit } from '../edited-text.ts'
import type { LintFinding } from '../lint/lint-finding.ts'
import type { ManifestObject } from '../manifest-object.ts'
import type { Proposal, RepairKind } from './repair.ts'

export interface FieldEdit {
  readonly kind: RepairKind
  readonly finding: LintFinding
  readonly object: ManifestObject
  /** The one field whose value changes. */
  readonly path: Path
  /** What it becomes. */
  readonly value: unknown
  readonly edits: readonly TextEdit[]
}

/** A repair of one field, unless the edits would do anything else to the objects of the file as well. */
export function fieldRepair({ kind, finding, object, path, value, edits }: FieldEdit): Proposal {
  const pointer = path.map(step => `/${pointerStep(String(step))}`).join('')
  const impossible = checkEdits(object, changesOf([], [{ op: 'replace', path: pointer, value }]), edits)
  if (impossible) return { kind: 'refused', finding, reason: `the field ${impossible.message}` }
  return { kind: 'repair', repair: { kind, findings: [finding], file: object.file, around: object.node, edits } }
}
