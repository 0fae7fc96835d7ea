import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { memberOf } from '../cluster/json-member.ts'

/** The JSON lines that a program writes into a file, read as they grow. */
export class LineLog {
  readonly #file: string
  #offset = 0
  #rest = ''
  readonly #lines: unknown[] = []

  constructor(file: string) {
    this.#file = file
  }

  /** All lines so far but those about single admissions, which are many. */
  lines(): readonly unknown[] {
    const pieces = (this.#rest + this.#more()).split('\n')
    this.#rest = pieces.pop() ?? ''
    for (const piece of pieces) {
      if (piece.includes('"msg":"admission"')) continue
      this.#lines.push(parsed(piece))
    }
    return this.#lines
  }

  /** The first line with this message behind the first `seen` lines. */
  find(message: string, seen = 0): unknown {
    return this.lines()
      .slice(seen)
      .find(line => memberOf(line, 'msg') === message)
  }

  #more(): string {
    // Its folder is removed in the end.
    if (!existsSync(this.#file)) return ''
    const file = openSync(this.#file, 'r')
    try {
      const chunks: Buffer[] = []
      for (;;) {
        const chunk = Buffer.alloc(65_536)
        const length = readSync(file, chunk, 0, chunk.length, this.#offset)
        if (length === 0) return Buffer.concat(chunks).toString()
        this.#offset += length
        chunks.push(chunk.subarray(0, length))
      }
    } finally {
      closeSync(file)
    }
  }
}

/** What is no JSON is kept as text: a crash prints such lines, and somebody will want to see them. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}
