import type { TextEdit } from '../edited-text.ts'

/** A part of the text as it is now: kept from the original, which it stood in at `from`, or put in since. */
interface Segment {
  readonly text: string
  readonly from: number | undefined
}

/** A text that is edited again and again, and what has become of the original as edits of that. */
export class EditHistory {
  readonly original: string
  readonly text: string
  readonly #segments: readonly Segment[]

  constructor(original: string, segments: readonly Segment[] = [{ text: original, from: 0 }]) {
    this.original = original
    this.#segments = segments
    this.text = segments.map(({ text }) => text).join('')
  }

  /** @param edits of the text as it is now, in the order of their offsets, none inside another */
  edited(edits: readonly TextEdit[]): EditHistory {
    const rest = new Taking(this.#segments)
    const segments: Segment[] = []
    let done = 0
    for (const { offset, removed, inserted } of edits) {
      segments.push(...rest.take(offset - done))
      if (inserted !== '') segments.push({ text: inserted, from: undefined })
      rest.take(removed)
      done = offset + removed
    }
    return new EditHistory(this.original, [...segments, ...rest.take(Infinity)])
  }

  /** All that was done, in the order of the offsets in the original, none inside another. */
  get edits(): readonly TextEdit[] {
    const edits: TextEdit[] = []
    let done = 0
    let inserted = ''
    for (const { text, from } of [...this.#segments, { text: '', from: this.original.length }]) {
      if (from === undefined) {
        inserted += text
        continue
      }
      if (from > done || inserted !== '') edits.push({ offset: done, removed: from - done, inserted })
      done = from + text.length
      inserted = ''
    }
    return edits
  }

  /** Where a character of the text stood in the original; of what was put in, where that was done. */
  originalOffset(offset: number): number {
    let before = 0
    let behindKept = 0
    for (const { text, from } of this.#segments) {
      const inside = offset - before
      if (inside < text.length) return from === undefined ? behindKept : from + inside
      before += text.length
      if (from !== undefined) behindKept = from + text.length
    }
    return behindKept
  }
}

/** Takes segments off the front, cutting one where a length ends inside of it. */
class Taking {
  readonly #segments: readonly Segment[]
  #next = 0
  #inside = 0

  constructor(segments: readonly Segment[]) {
    this.#segments = segments
  }

  take(length: number): readonly Segment[] {
    const taken: Segment[] = []
    let wanted = length
    while (wanted > 0) {
      const segment = this.#segments[this.#next]
      if (segment === undefined) break
      const text = segment.text.slice(this.#inside, this.#inside + wanted)
      if (text !== '') taken.push({ text, from: segment.from === undefined ? undefined : segment.from + this.#inside })
      wanted -= text.length
      this.#inside += text.length
      if (this.#inside < segment.text.length) break
      this.#next += 1
      this.#inside = 0
    }
    return taken
  }
}
