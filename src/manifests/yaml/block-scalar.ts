import { breakLength, breakText, isBlank, PieceCollector } from '../scalar-pieces.ts'
import type { Piece } from '../scalar-pieces.ts'
import type { TextRange } from '../source-text.ts'

/**
 * A literal (`|`) or folded (`>`) scalar as libyaml reads it (scannerc.go, yaml_parser_scan_block_scalar). The range
 * begins at the indicator and ends behind the last line that belongs to it; `indent` columns of every line go.
 */
export function readBlockScalar(text: string, range: TextRange, indent: number): readonly Piece[] {
  const headerEnd = lineEnd(text, range.start, range.end)
  const header = text.slice(range.start, headerEnd).replace(/[ \t]+#.*/, '')
  const out = new PieceCollector(text)
  const folded = header.startsWith('>')
  let lastBreak: number | undefined
  let emptyLines: number[] = []
  let blankBefore = false
  for (let at = headerEnd + breakLength(text, headerEnd); at < range.end;) {
    const end = lineEnd(text, at, range.end)
    const start = at + indentation(text, at, indent)
    if (start >= end) emptyLines.push(end)
    else {
      const blank = isBlank(text[start])
      if (lastBreak !== undefined) {
        const feed = breakText(text, lastBreak)
        const joined = folded && feed === '\n' && !blankBefore && !blank
        if (!joined) out.replaced(feed, lastBreak)
        else if (emptyLines.length === 0) out.replaced(' ', lastBreak)
      }
      for (const line of emptyLines) out.replaced(breakText(text, line), line)
      emptyLines = []
      blankBefore = blank
      out.verbatim(start, end)
      // kubectl ends a file's last line where its author did not.
      lastBreak = end
    }
    at = end + Math.max(breakLength(text, end), 1)
  }
  if (!header.includes('-') && lastBreak !== undefined) out.replaced(breakText(text, lastBreak), lastBreak)
  if (header.includes('+')) for (const line of emptyLines) out.replaced(breakText(text, line), line)
  return out.pieces
}

function lineEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && breakLength(text, end) === 0) end += 1
  return end
}

/** How many blanks a line begins with, at most `limit`. */
function indentation(text: string, at: number, limit: number): number {
  let count = 0
  while (count < limit && text[at + count] === ' ') count += 1
  return count
}
