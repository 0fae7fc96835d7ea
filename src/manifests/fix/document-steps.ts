import { lineEnd, lineStart } from '../edit/line.ts'
import type { TextEdit } from '../edited-text.ts'
import type { ProblemCause } from '../manifest-problem.ts'
import { breakLength } from '../scalar-pieces.ts'
import type { SourceText, TextRange } from '../source-text.ts'
import { takenOut } from './callout-edits.ts'

/** Where a document cannot be read, and how one of several ways to understand its author is to be followed. */
export interface Stop {
  readonly source: SourceText
  readonly part: TextRange
  /** Where the problem stands. */
  readonly offset: number
  readonly understanding: Understanding
}

export interface Understanding {
  /** How many columns apart the tabs are. */
  readonly tab: number
  /** Where all of a document is indented under its first line, move it, or else what stands before it. */
  readonly move: 'rest' | 'head'
}

/** One step towards a document that can be read, by what is wrong with it; undefined where only the author knows. */
export const documentSteps: Readonly<Partial<Record<ProblemCause, (stop: Stop) => readonly TextEdit[] | undefined>>> = {
  callout: takeCalloutOut,
  'key-under-value': moveUnderFirst,
  tab: expandTabs,
  character: replaceBlank,
}

function takeCalloutOut({ source, offset }: Stop): readonly TextEdit[] | undefined {
  const { text } = source
  const line = lineStart(source, offset)
  if (!/(?:^|\s)#/.test(text.slice(line, offset))) return takenOutAt(text, offset, anyCallout)
  // A comment keeps its own; the one in the way stands behind the key above then.
  const above = lineStart(source, Math.max(line - 1, source.start))
  const behindKey = /^[^#]*:[ \t]+(?=\S+[ \t]*\r?\n)/.exec(text.slice(above, line))?.[0]
  return behindKey === undefined ? undefined : takenOutAt(text, above + behindKey.length, markedCallout)
}

const markedCallout = /<\d{1,2}>|[\u2460-\u2473\u2776-\u2793]/y
const anyCallout = new RegExp(`${markedCallout.source}|\\(\\d{1,2}\\)|\\d{1,2}`, 'y')

function takenOutAt(text: string, start: number, callout: RegExp): readonly TextEdit[] | undefined {
  callout.lastIndex = start
  return callout.test(text) ? [takenOut(text, { start, end: callout.lastIndex })] : undefined
}

/** As the OpenShift page is published: `kind:` and all below it stand deeper than `apiVersion:`. */
function moveUnderFirst({ source, part, offset, understanding }: Stop): readonly TextEdit[] | undefined {
  const { text } = source
  const from = lineStart(source, offset)
  const head = text.slice(part.start, from)
  const first = /(?<=^\uFEFF?) *(?=apiVersion[ \t]*:)/m.exec(head)
  const others = head.split('\n').filter(line => !/^\uFEFF?\s*(?:#|apiVersion[ \t]*:|$)/.test(line))
  if (first === null || others.length > 0) return undefined
  const deeper = offset - from - first[0].length
  if (understanding.move === 'rest') return moveLeft(text, { start: from, end: part.end }, deeper)
  return [{ offset: part.start + first.index, removed: 0, inserted: ' '.repeat(deeper) }]
}

/** Lines that are not that deep keep their place: in a text in quotes it means nothing, and elsewhere the result tells. */
function moveLeft(text: string, { start, end }: TextRange, columns: number): readonly TextEdit[] {
  const edits: TextEdit[] = []
  for (let at = start; at < end;) {
    if (text.startsWith(' '.repeat(columns), at)) edits.push({ offset: at, removed: columns, inserted: '' })
    const behind = lineEnd(text, at)
    at = behind + Math.max(breakLength(text, behind), 1)
  }
  return edits
}

function expandTabs({ source, offset, understanding }: Stop): readonly TextEdit[] | undefined {
  const { text } = source
  const line = lineStart(source, offset)
  const blanks = /[ \t]*/y
  blanks.lastIndex = offset
  blanks.test(text)
  const edits: TextEdit[] = []
  let column = 0
  for (let at = line; at < blanks.lastIndex; at += 1) {
    const width = text[at] === '\t' ? understanding.tab - (column % understanding.tab) : 1
    if (text[at] === '\t') edits.push({ offset: at, removed: 1, inserted: ' '.repeat(width) })
    column += width
  }
  return edits.length === 0 ? undefined : edits
}

/** What only looks like a blank, or cannot be seen at all. Behind a colon, YAML wants one. */
function replaceBlank({ source, offset }: Stop): readonly TextEdit[] | undefined {
  const char = source.text.charAt(offset)
  if (!/[\xA0\u1680\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]/.test(char)) return undefined
  const unseen = /[\u200B\u2060\uFEFF]/.test(char) && !/[:-]/.test(source.text.charAt(offset - 1))
  return [{ offset, removed: 1, inserted: unseen ? '' : ' ' }]
}
