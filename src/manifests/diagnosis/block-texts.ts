import { keyOf, quote } from './scene.ts'
import type { Recognise } from './scene.ts'

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

/** A line of JSON that is indented less than the literal text it belongs to. */
export const textEndsEarly: Recognise = ({ lines, failedAt }) => {
  const line = lines[failedAt]
  if (line === undefined || line.inside !== undefined || lines[failedAt - 1]?.inside !== 'block') return undefined
  if (!/^\s*[\]})"',]/.test(line.text)) return undefined
  const begins = lines.slice(0, failedAt).findLastIndex(({ inside }) => inside !== 'block') + 1
  const columns = lines.slice(begins, failedAt).map(({ indent }) => indent)
  return {
    cause: 'indentation',
    offset: line.start + line.indent,
    message: `${quote(line.text)} is indented less than the text above it, which ends there`,
    fix: `Begin it in column ${Math.min(...columns.slice(0, 100)) + 1} or further right`,
  }
}
