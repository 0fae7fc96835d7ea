import type { Path, Place } from '../../bonding/place.ts'
import { nodeAt } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'
import type { Position } from '../source-text.ts'

/**
 * Where a place stands in the author's file: inside the text of an annotation or a config where it is about a part of
 * that, else at the field, else at the innermost field around it that is written.
 */
export function writtenPosition(object: ManifestObject, { path, span }: Place): Position {
  for (let length = path.length; length > 0; length -= 1) {
    const written = path.slice(0, length)
    const inText = span && object.scalarPosition(written, span.start)
    const position = inText ?? object.positionOf(written)
    if (position !== undefined) return position
  }
  return object.source.positionAt(object.node.start)
}

/** How many columns of its first line a place takes, at least one; one where it is not written, or longer than a line. */
export function writtenWidth(object: ManifestObject, place: Place): number {
  const start = writtenPosition(object, place)
  const last = place.span ? lastOfSpan(object, place.path, place.span.end - 1) : lastOfScalar(object, place.path)
  return last !== undefined && last.line === start.line && last.column > start.column
    ? last.column - start.column + 1
    : 1
}

function lastOfSpan(object: ManifestObject, path: Path, offset: number): Position | undefined {
  const inText = path.map((_, index) => object.scalarPosition(path.slice(0, index + 1), offset))
  return inText.find(position => position !== undefined)
}

function lastOfScalar({ node, source }: ManifestObject, path: Path): Position | undefined {
  const found = nodeAt(node, path)
  return found?.kind === 'scalar' ? source.positionAt(found.end - 1) : undefined
}
