import type { Path } from '../../bonding/place.ts'
import { beginsLine, lineEnd, lineStart } from '../edit/line.ts'
import { isAliased, isOwn, ownEntries } from '../edit/own-entries.ts'
import type { TextEdit } from '../edited-text.ts'
import { type ManifestNode, type MapEntry, type MapNode, nodeAt } from '../manifest-node.ts'
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
    const edit = removalEdit(object, path, paths)
    if (!edit) return { path }
    edits.push(edit)
  }
  return edits
}

function removalEdit({ node, source }: ManifestObject, path: Path, paths: readonly Path[]): TextEdit | undefined {
  const map = nodeAt(node, path.slice(0, -1))
  const entry = map?.kind === 'map' ? map.entries.find(({ key }) => key === path.at(-1)) : undefined
  if (map?.kind !== 'map' || !entry || !isOwn(map, entry) || isAliased(entry)) return undefined
  if (map.flow) return flowRemoval(map, entry, new Set(siblingsOf(path, paths)))
  if (!beginsLine(source, entry.keyRange.start)) return undefined
  const { text } = source
  const offset = lineStart(source, entry.keyRange.start)
  const last = lineEnd(text, contentEnd(entry.value))
  const end = last + breakLength(text, last)
  return { offset, removed: end - offset, inserted: '' }
}

/** In braces a comma goes as well: the one in front, or where nothing is left in front, the one behind. */
function flowRemoval(map: MapNode, entry: MapEntry, gone: ReadonlySet<unknown>): TextEdit | undefined {
  const own = ownEntries(map)
  const index = own.indexOf(entry)
  const before = own.slice(0, index).some(({ key }) => !gone.has(key)) ? own[index - 1] : undefined
  if (before) return { offset: before.value.end, removed: entry.value.end - before.value.end, inserted: '' }
  const { start } = entry.keyRange
  const next = own[index + 1]
  return next && { offset: start, removed: next.keyRange.start - start, inserted: '' }
}

/** The keys that go from the mapping that a path leads into. */
function siblingsOf(path: Path, paths: readonly Path[]): readonly unknown[] {
  const parent = JSON.stringify(path.slice(0, -1))
  return paths.filter(each => JSON.stringify(each.slice(0, -1)) === parent).map(each => each.at(-1))
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
