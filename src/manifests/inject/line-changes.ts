import { EditedText, type TextEdit } from '../edited-text.ts'
import type { SourceText } from '../source-text.ts'

/** Lines that give way to others; all with their line breaks, where they have one. */
export interface LineChange {
  /** The first one, from 1; where none gives way, the one before which the new ones come. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** What edits do, line by line. @param edits in the order of their offsets, none inside another */
export function lineChanges(source: SourceText, edits: readonly TextEdit[]): readonly LineChange[] {
  return groups(source, edits).flatMap(({ from, to, edits: own }) => {
    const start = startOf(source, from)
    const before = source.text.slice(start, startOf(source, to + 1))
    const moved = own.map(edit => ({ ...edit, offset: edit.offset - start }))
    const change = trimmed(from, linesOf(before), linesOf(new EditedText(before, moved).text))
    return change.removed.length + change.added.length === 0 ? [] : [change]
  })
}

/** A line with its line break, and with a byte order mark before it; empty where there is none. */
export function wholeLine(source: SourceText, number: number): string {
  return source.text.slice(startOf(source, number), startOf(source, number + 1))
}

interface Group {
  /** Lines, from 1, both inclusive. */
  readonly from: number
  readonly to: number
  readonly edits: TextEdit[]
}

/** Edits that touch the same line belong together. */
function groups(source: SourceText, edits: readonly TextEdit[]): readonly Group[] {
  const found: Group[] = []
  for (const edit of edits) {
    const from = source.positionAt(edit.offset).line
    const to = source.positionAt(edit.offset + edit.removed).line
    const last = found.at(-1)
    if (last === undefined || from > last.to) {
      found.push({ from, to, edits: [edit] })
      continue
    }
    last.edits.push(edit)
    found[found.length - 1] = { ...last, to: Math.max(last.to, to) }
  }
  return found
}

/** Without the lines that are the same at the beginning and at the end. */
function trimmed(line: number, removed: readonly string[], added: readonly string[]): LineChange {
  const shorter = Math.min(removed.length, added.length)
  let head = 0
  while (head < shorter && removed[head] === added[head]) head += 1
  let tail = 0
  while (tail < shorter - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1
  return {
    line: line + head,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/)
}

/** A byte order mark is no column of the first line, but a part of it. */
function startOf(source: SourceText, line: number): number {
  return line === 1 ? 0 : source.lineStart(line)
}
