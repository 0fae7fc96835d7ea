import type { Diagnosis } from '../manifest-problem.ts'
import { quote } from './scene.ts'
import type { Line, Recognise } from './scene.ts'

/** A line whose column fits none of the collections above it. */
export const unevenIndentation: Recognise = ({ lines, failedAt, failure }) => {
  const line = lines[failedAt]
  const itemAmongKeys = failure.kind === 'BLOCK_AS_IMPLICIT_KEY' && line?.text.trimStart().startsWith('- ') === true
  if (line === undefined || !(failure.kind === 'BAD_INDENT' || itemAmongKeys)) return undefined
  return uneven(lines, failedAt, line)
}

/** A key further left than its list item begins, and further right than the dash. */
export const keyLeftOfItem: Recognise = ({ lines, failedAt, failure }) => {
  const line = lines[failedAt]
  const sought =
    failure.message.startsWith('Sequence item without') && line !== undefined && line.text[line.indent] !== '-'
  return sought ? uneven(lines, failedAt, line) : undefined
}

function uneven(lines: readonly Line[], failedAt: number, line: Line): Diagnosis {
  const columns = openColumns(lines.slice(0, failedAt), line.text.trimStart().startsWith('- '))
  return {
    cause: 'indentation',
    offset: line.start + line.indent,
    message: `${quote(line.text)} begins in column ${line.indent + 1}; what it could stand beside begins in ${list(columns)}`,
    fix: 'Begin it in the column of what it belongs beside',
  }
}

/** The columns, from 1, of the lists (or of the mappings) that are open behind the given lines, outermost first. */
function openColumns(lines: readonly Line[], lists: boolean): number[] {
  const columns: number[] = []
  let least = Infinity
  for (const line of lines.toReversed()) {
    if (line.indent >= least) continue
    least = line.indent
    const dashes = [...(/^\s*(?:-\s+)*/.exec(line.text)?.[0].matchAll(/-/g) ?? [])].map(({ index }) => index + 1)
    const content = (/^\s*(?:-\s+)*/.exec(line.text)?.[0].length ?? 0) + 1
    columns.unshift(...(lists ? dashes : [content]))
  }
  return columns
}

function list(columns: readonly number[]): string {
  const last = columns.at(-1) ?? 1
  return columns.length < 2 ? `column ${last}` : `columns ${columns.slice(0, -1).join(', ')} and ${last}`
}
