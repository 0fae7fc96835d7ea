import type { Diagnosis } from '../manifest-problem.ts'
import type { SourceText, TextRange } from '../source-text.ts'
import { visibleText } from '../visible-text.ts'
import type { SyntaxFailure } from '../yaml/parse-yaml.ts'

/** A document that cannot be parsed, and where the parser gave up. */
export interface Scene {
  readonly source: SourceText
  readonly failure: SyntaxFailure
  /** The document's lines, in order, without those that are blank or a comment. */
  readonly lines: readonly Line[]
  /** Which of `lines` the parser gave up in, or the next one; -1 where there is none. */
  readonly failedAt: number
}

export interface Line {
  readonly number: number
  readonly start: number
  readonly text: string
  /** How many blanks and tabs it begins with. */
  readonly indent: number
  /** The text over several lines that it belongs to, whose words mean nothing to YAML. */
  readonly inside: 'block' | 'quoted' | undefined
}

/** Recognises one kind of mistake; undefined where it is not that. */
export type Recognise = (scene: Scene) => Diagnosis | undefined

/** Nobody needs more of a line to see what is wrong with it. */
const reach = 1000

export function sceneOf(source: SourceText, range: TextRange, failure: SyntaxFailure): Scene {
  const lines: Line[] = []
  const texts = failure.texts.toSorted((a, b) => a.start - b.start)
  let next = 0
  const last = source.positionAt(Math.max(range.end - 1, range.start)).line
  for (let number = source.positionAt(range.start).line; number <= last; number += 1) {
    const start = source.lineStart(number)
    const text = source.line(number).slice(0, reach)
    const indent = /^\s*/.exec(text)?.[0].length ?? 0
    while (next < texts.length && (texts[next]?.end ?? 0) <= start) next += 1
    const around = texts[next]
    const inside = around === undefined || around.start >= start ? undefined : styleOf(source, around)
    if (indent < text.length && text[indent] !== '#') lines.push({ number, start, text, indent, inside })
  }
  const { line } = source.positionAt(failure.offset)
  return { source, failure, lines, failedAt: lines.findIndex(({ number }) => number >= line) }
}

function styleOf({ text }: SourceText, { start }: TextRange): 'block' | 'quoted' {
  return text[start] === '|' || text[start] === '>' ? 'block' : 'quoted'
}

/** The line the parser gave up in and those around it. */
export function around({ lines, failedAt }: Scene, before: number, after: number): readonly Line[] {
  return failedAt === -1 ? lines.slice(-1 - before) : lines.slice(Math.max(failedAt - before, 0), failedAt + after + 1)
}

/** A key with what stands behind it on the line: `- name: x` is the key `name` in column 2. */
export function keyOf(
  line: Line,
): { readonly key: string; readonly column: number; readonly rest: string } | undefined {
  const found = /^([\s-]*?)(?=[^\s-]|-\S)("[^"]*"|'[^']*'|[^\s:#'"{[][^:#]*?)\s*:(?:\s+(.*))?$/.exec(line.text)
  if (found === null) return undefined
  const [, before = '', key = '', rest = ''] = found
  return { key, column: before.length, rest: rest.replace(/(^|\s)#.*$/, '').trim() }
}

/** Text for a message: one line, in quotes, not too long. */
export function quote(text: string): string {
  const line = visibleText(text.trim().split('\n', 1)[0]?.trimEnd() ?? '')
  const short = line.length > 40 ? `${line.slice(0, 38)}…` : line
  return short.includes('`') ? `"${short}"` : `\`${short}\``
}
