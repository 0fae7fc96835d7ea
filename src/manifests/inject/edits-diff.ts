import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from 'diff'
import type { TextEdit } from '../edited-text.ts'
import { SourceText } from '../source-text.ts'
import { type LineChange, lineChanges, wholeLine } from './line-changes.ts'

const context = 3

/**
 * A unified diff of a file and what edits make of it, for `patch -p1`; empty where they change nothing. It comes from the
 * edits: comparing the texts takes minutes where thousands of pods change.
 *
 * @param edits in the order of their offsets, none inside another
 */
export function editsDiff(file: string, text: string, edits: readonly TextEdit[]): string {
  const source = new SourceText(file, text)
  let shift = 0
  const hunks = clusters(lineChanges(source, edits)).map(changes => {
    const hunk = hunkOf(source, changes, shift)
    shift += hunk.newLines - hunk.oldLines
    return hunk
  })
  if (hunks.length === 0) return ''
  const path = inFolder(file)
  const names = { oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: undefined, newHeader: undefined }
  const [before = '', after = '', ...lines] = formatPatch({ ...names, hunks }, FILE_HEADERS_ONLY).split('\n')
  // Without a tab behind it, patch takes a name with blanks for a name and a date; git writes one, too.
  const end = path.includes(' ') ? '\t' : ''
  return [before + end, after + end, ...lines].join('\n')
}

/** The file's name as patch takes it: from the folder in front of all that it names, and never out of that. */
function inFolder(file: string): string {
  const steps: string[] = []
  for (const step of file.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Changes whose context would touch stand in one hunk. */
function clusters(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const found: LineChange[][] = []
  for (const change of changes) {
    const last = found.at(-1)
    const before = last?.at(-1)
    if (last && before && change.line - endOf(before) <= 2 * context) last.push(change)
    else found.push([change])
  }
  return found
}

/** @param shift how many lines more than the original the new text has before the hunk */
function hunkOf(source: SourceText, changes: readonly LineChange[], shift: number): StructuredPatchHunk {
  const first = changes[0]?.line ?? 1
  const oldStart = Math.max(1, first - context)
  const body: string[] = []
  let line = oldStart
  for (const change of changes) {
    body.push(...kept(source, line, change.line), ...change.removed.map(each => `-${each}`))
    body.push(...change.added.map(each => `+${each}`))
    line = endOf(change)
  }
  body.push(...kept(source, line, line + context))
  const count = (sign: string) => body.filter(each => each.startsWith(' ') || each.startsWith(sign)).length
  const sizes = { oldStart, oldLines: count('-'), newStart: oldStart + shift, newLines: count('+') }
  return { ...sizes, lines: body.flatMap(withoutBreak) }
}

function endOf({ line, removed }: LineChange): number {
  return line + removed.length
}

function kept(source: SourceText, from: number, to: number): readonly string[] {
  const lines = Array.from({ length: to - from }, (_, index) => wholeLine(source, from + index))
  return lines.filter(line => line !== '').map(line => ` ${line}`)
}

function withoutBreak(line: string): readonly string[] {
  return line.endsWith('\n') ? [line.slice(0, -1)] : [line, '\\ No newline at end of file']
}
