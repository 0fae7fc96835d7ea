import type { Place } from '../../bonding/place.ts'
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
