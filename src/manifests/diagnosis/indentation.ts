import { keyOf, quote } from './scene.ts'
import type { Line, Recognise } from './scene.ts'

/** The text behind `|` or `>` that is not indented. */
export const blockNotIndented: Recognise = ({ lines, failedAt }) => {
  const line = lines[failedAt]
  const above = lines[failedAt - 1]
  if (line === undefined || above === undefined || !/[:-]\s+[|>][-+\d]*\s*(#.*)?$/.test(above.text)) return undefined
  const key = keyOf(above)
  const column = key?.column ?? above.indent
  if (line.indent > column) return undefined
  return {
    cause: 'indentation',
    offset: line.start + line.indent,
    message: `the text that ${quote(above.text)} announces is not indented under it`,
    fix: `Begin every line of the text in column ${column + 3} or further right`,
  }
}

/** A line whose column fits none of the collections above it. */
export const unevenIndentation: Recognise = ({ lines, failedAt, failure }) => {
  const line = lines[failedAt]
  if (
    failure.kind !== 'BAD_INDENT' &&
    !(failure.kind === 'BLOCK_AS_IMPLICIT_KEY' && line?.text.trimStart().startsWith('- '))
  ) {
    return undefined
  }
  if (line === undefined) return undefined
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
