import { around, keyOf, quote } from './scene.ts'
import type { Line, Recognise } from './scene.ts'

/**
 * A key that is indented under one that already has its value. The OpenShift page on pod-level bonding itself is
 * published so, with `kind:` and all the rest indented under `apiVersion:`.
 */
export const keyUnderValue: Recognise = scene => {
  const lines = around(scene, 1, 2)
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const found = above && underValue(above, line)
    if (found === undefined) continue
    const { upper, lower, deeper } = found
    const everything = upper === 'apiVersion'
    return {
      cause: 'key-under-value',
      offset: line.start + line.indent,
      message: `${quote(`${lower}:`)} is indented under ${quote(`${upper}:`)}, which already has a value`,
      fix: everything
        ? `Move line ${line.number} and all below it ${deeper} ${deeper === 1 ? 'column' : 'columns'} to the left`
        : `Begin line ${line.number} in the column of ${quote(`${upper}:`)}`,
    }
  }
  return undefined
}

function underValue(above: Line, line: Line): { upper: string; lower: string; deeper: number } | undefined {
  const upper = keyOf(above)
  const lower = keyOf(line)
  if (upper === undefined || lower === undefined || lower.column <= upper.column) return undefined
  // A list item beside the key is another mistake.
  if (line.indent <= upper.column && line.text.charAt(line.indent) === '-') return undefined
  // Behind `|` and `>` anything may follow, behind an anchor or a tag a mapping may.
  if (upper.rest === '' || /^(?:[|>][-+\d]*|[&!]\S*)$/.test(upper.rest)) return undefined
  return { upper: upper.key, lower: lower.key, deeper: lower.column - upper.column }
}
