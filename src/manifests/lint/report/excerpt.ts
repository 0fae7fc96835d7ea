import { SourceText } from '../../source-text.ts'
import type { LintFinding } from '../lint-finding.ts'

export interface Excerpt {
  readonly line: string
  /** Blanks and marks, to stand under the line. */
  readonly marker: string
}

/** Reads lines of the files; a file is taken apart when its first line is asked for. */
export function lineReader(files: readonly { readonly file: string; readonly text: string }[]) {
  const texts = new Map(files.map(({ file, text }) => [file, text]))
  const sources = new Map<string, SourceText>()
  return (file: string, line: number): string => {
    const source = sources.get(file) ?? new SourceText(file, texts.get(file) ?? '')
    sources.set(file, source)
    return source.line(line)
  }
}

const cut = '...'

/** The line of a finding with its place marked, cut to a width where it is longer. */
export function excerptOf(line: string, { column, width }: LintFinding, room: number): Excerpt {
  const shown = oneColumnEach(line)
  const start = Math.min(column - 1, shown.length)
  if (shown.length <= room) return { line: shown, marker: markerOf(start, width, room) }
  // Some of what stands before the place is shown, too, unless the end of the line is near.
  const from = Math.max(0, Math.min(start - Math.floor(room / 3), shown.length - room))
  const head = from > 0 ? cut : ''
  const tail = from + room < shown.length ? cut : ''
  const part = shown.slice(from + head.length, from + room - tail.length)
  return { line: head + part + tail, marker: markerOf(start - from, width, room) }
}

function markerOf(start: number, width: number, room: number): string {
  return ' '.repeat(start) + '^'.repeat(Math.max(1, Math.min(width, room - start)))
}

/** A tab is one column to editors; what no terminal shows would shift the marker, or worse. */
function oneColumnEach(line: string): string {
  return line.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')
}
