import type { PatchOperation } from '../../bonding/json-patch.ts'
import type { Path } from '../../bonding/place.ts'
import type { TextEdit } from '../edited-text.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { changesOf } from './change.ts'
import { checkEdits } from './check-edits.ts'
import { ObjectEditor } from './object-editor.ts'
import type { Impossible } from './impossible.ts'

export type Editing =
  /** In order of offset, none inside another. */
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** The file writes the place in a way that no local edit can change; `fix` says how the author can. */
  | Impossible

/**
 * The edits of the author's text that do to the object what the operations do. Everything else in the file keeps its
 * bytes and its meaning: the edited document is read again before the edits are given out.
 *
 * @param base where the pod stands in the object: [] for a pod, ['spec', 'template'] in a Deployment
 */
export function editObject(object: ManifestObject, base: Path, operations: readonly PatchOperation[]): Editing {
  if (operations.length === 0) return { kind: 'edits', edits: [] }
  const changes = changesOf(base, operations)
  const editor = new ObjectEditor(object)
  editor.apply(changes)
  const [refusal] = editor.refusals
  if (refusal !== undefined) return refusal
  const edits = inOrder(editor.edits)
  return checkEdits(object, changes, edits) ?? { kind: 'edits', edits }
}

/** Edits at one place keep their order: what belongs to an inner mapping comes first. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = []
  for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
    const last = joined.at(-1)
    if (last?.offset !== edit.offset || last.removed > 0) joined.push(edit)
    else joined.splice(-1, 1, { ...edit, inserted: last.inserted + edit.inserted })
  }
  return joined
}
