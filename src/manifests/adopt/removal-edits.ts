import type { Path } from '../../bonding/place.ts'
import { beginsLine, lineEnd, lineStart } from '../edit/line.ts'
import { isAliased, isOwn } from '../edit/own-entries.ts'
import type { TextEdit } from '../edited-text.ts'
import { type ManifestNode, nodeAt } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { breakLength } from '../scalar-pieces.ts'

/**
 * The edits that take fields out of an object, each with the lines that it stands on.
 *
 * @returns the path of the first that shares its lines with something else, or comes from an anchor
 */
export function removalEdits(
  object: ManifestObject,
  paths: readonly Path[],
): readonly TextEdit[] | { readonly path: Path } {
  const edits: TextEdit[] = []
  for (const path of paths) {
    const edit = removalEdit(object, path)
    if (!edit) return { path }
    edits.push(edit)
  }
  return edits
}

function removalEdit({ node, source }: ManifestObject, path: Path): TextEdit | undefined {
  const map = nodeAt(node, path.slice(0, -1))
  const entry = map?.kind === 'map' ? map.entries.find(({ key }) => key === path.at(-1)) : undefined
  if (map?.kind !== 'map' || map.flow || !entry || !isOwn(map, entry) || isAliased(entry)) return undefined
  if (!beginsLine(source, entry.keyRange.start)) return undefined
  const { text } = source
  const offset = lineStart(source, entry.keyRange.start)
  const last = lineEnd(text, contentEnd(entry.value))
  const end = last + breakLength(text, last)
  return { offset, removed: end - offset, inserted: '' }
}

/** Behind its last character; a block of text and a mapping can end behind a line break. */
function contentEnd(node: ManifestNode): number {
  const inside = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'list' ? node.items : []
  const last = node.kind === 'scalar' || node.flow ? undefined : inside.toSorted((a, b) => a.start - b.start).at(-1)
  if (last) return contentEnd(last)
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')
    ? Math.max(node.start, node.end - 1)
    : node.end
}
