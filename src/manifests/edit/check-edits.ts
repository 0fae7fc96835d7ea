import type { Path } from '../../bonding/place.ts'
import type { TextEdit } from '../edited-text.ts'
import { valueOf } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'
import type { SourceText } from '../source-text.ts'
import { splitDocuments } from '../split-documents.ts'
import { anchorOnTheWay } from './anchor-on-the-way.ts'
import { changed, sameValue } from './change.ts'
import type { Change, MemberChanges } from './change.ts'
import { editedObjects, editedValue } from './edited-values.ts'
import { unusualText } from './impossible.ts'
import type { Impossible } from './impossible.ts'

/**
 * Reads the edited text again: the object must have become what the changes make of it, and every other object of its
 * document must be what it was. Undefined where all is well.
 */
export function checkEdits(
  object: ManifestObject,
  changes: MemberChanges,
  edits: readonly TextEdit[],
): Impossible | undefined {
  const { source, node } = object
  // Without aliases nothing depends on it elsewhere, and a list of thousands need not be read again for each of them.
  if (!hasAliases(source) && sameValue(editedValue(object, edits), changed(valueOf(node), changes))) return undefined
  const part = splitDocuments(source).parts.find(({ start, end }) => start <= node.start && node.end <= end)
  if (part === undefined) return unusualText([])
  const was = editedObjects(source, part, [])
  const is = editedObjects(source, part, edits)
  const index = was.findIndex(other => other.node.start === node.start - part.start)
  const wanted = was.map(({ value }, at) => (at === index ? changed(value, changes) : value))
  if (is.length === was.length && is.every(({ value }, at) => sameValue(value, wanted[at]))) return undefined
  return anchorOnTheWay(source.text, part, node, changes, []) ?? unusualText(innermost(changes))
}

const withAliases = new WeakMap<SourceText, boolean>()

/** May there be an alias in the file? Asked for each of its objects, and found out once. */
function hasAliases(source: SourceText): boolean {
  const known = withAliases.get(source)
  if (known !== undefined) return known
  const found = /(?:^|[\s,[{:])\*[^\s,]/.test(source.text)
  withAliases.set(source, found)
  return found
}

/** The path down to where changes begin to differ. */
function innermost(change: Change): Path {
  const [only, ...others] = change.kind === 'members' ? change.members : []
  if (only === undefined || others.length > 0) return []
  const [step, inner] = only
  return [/^\d+$/.test(step) ? Number(step) : step, ...innermost(inner)]
}
