import type { TextEdit } from '../edited-text.ts'
import { editsDiff } from '../inject/edits-diff.ts'
import { SourceText } from '../source-text.ts'
import type { FixedFile } from './fix-manifests.ts'

/** A unified diff of what becomes of a file, for `patch -p1`. */
export function fixDiff({ file, before, edits }: FixedFile): string {
  return editsDiff(file, before, withNeighbours(new SourceText(file, before), edits))
}

/** Edits of neighbouring lines as one, so that the old lines stand together, and the new ones behind them. */
function withNeighbours(source: SourceText, edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = []
  const lineOf = (offset: number) => source.positionAt(offset).line
  const both = (one: TextEdit, other: TextEdit): TextEdit => ({
    offset: one.offset,
    removed: other.offset + other.removed - one.offset,
    inserted: one.inserted + source.text.slice(one.offset + one.removed, other.offset) + other.inserted,
  })
  for (const edit of edits) {
    const last = joined.at(-1)
    const near = last && lineOf(edit.offset) <= lineOf(last.offset + last.removed) + 1
    if (near) joined.splice(-1, 1, both(last, edit))
    else joined.push(edit)
  }
  return joined
}
