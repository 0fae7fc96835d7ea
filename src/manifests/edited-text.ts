/** At `offset` of the original, `removed` characters give way to `inserted`. */
export interface TextEdit {
  readonly offset: number
  readonly removed: number
  readonly inserted: string
}

/** A text made from another by cutting and inserting, and the way back for every offset in it. */
export class EditedText {
  readonly text: string
  readonly #edits: readonly TextEdit[]
  /** For each edit, where the original goes on behind it in the new text. */
  readonly #resumed: number[] = []

  /** The edits in the order of their offsets, none inside another. */
  constructor(original: string, edits: readonly TextEdit[]) {
    const parts: string[] = []
    let length = 0
    let done = 0
    for (const { offset, removed, inserted } of edits) {
      parts.push(original.slice(done, offset), inserted)
      length += offset - done + inserted.length
      done = offset + removed
      this.#resumed.push(length)
    }
    this.text = parts.join('') + original.slice(done)
    this.#edits = edits
  }

  /** The offset in the original; for inserted characters, of the place where they were inserted. */
  originalOffset(offset: number): number {
    let low = 0
    let high = this.#resumed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#resumed[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const before = this.#edits[low - 1]
    const straight =
      before === undefined ? offset : before.offset + before.removed + offset - (this.#resumed[low - 1] ?? 0)
    return Math.min(straight, this.#edits[low]?.offset ?? Infinity)
  }
}
