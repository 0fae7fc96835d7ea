import { compareNatural } from './natural-order.ts'

const mostSuggestions = 3

/**
 * Beyond this many edits nobody recognises a typo. It also bounds the work: one unknown name may be held against
 * thousands of names of up to 253 characters.
 */
const mostEdits = 20

/**
 * The candidates that somebody who wrote `name` may have meant, nearest first, at most three: those equal but for case,
 * else those within a third of the name's length in edits (rustc's rule; a swap of neighbours is one edit).
 */
export function nearest(name: string, candidates: readonly string[]): readonly string[] {
  const folded = name.toLowerCase()
  const others = candidates.filter(candidate => candidate !== name)
  const sameButCase = others.filter(candidate => candidate.toLowerCase() === folded)
  if (sameButCase.length > 0) return sameButCase.sort(compareNatural).slice(0, mostSuggestions)

  const limit = Math.min(Math.floor(Math.max(name.length, 3) / 3), mostEdits)
  return others
    .map(candidate => ({ candidate, edits: edits(name, candidate, limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || compareNatural(a.candidate, b.candidate))
    .slice(0, mostSuggestions)
    .map(({ candidate }) => candidate)
}

/** Edits from one text to the other (optimal string alignment), or Infinity as soon as it is clear that `limit` will not do. */
function edits(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return Infinity
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = nextRow(from, to, row, last, beforeLast, limit)
    if (Math.min(...current) > limit) return Infinity
    beforeLast = last
    last = current
  }
  return last[to.length] ?? Infinity
}

/** Cells further than `limit` from the diagonal cannot end within the limit and stay Infinity. */
function nextRow(
  from: string,
  to: string,
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
  limit: number,
): number[] {
  const current = new Array<number>(to.length + 1).fill(Infinity)
  if (row <= limit) current[0] = row
  const end = Math.min(to.length, row + limit)
  for (let column = Math.max(1, row - limit); column <= end; column++) {
    const same = from[row - 1] === to[column - 1]
    const replaced = at(last, column - 1) + (same ? 0 : 1)
    const shifted = Math.min(at(last, column), at(current, column - 1)) + 1
    const swapped =
      from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1] ? at(beforeLast, column - 2) + 1 : Infinity
    current[column] = Math.min(replaced, shifted, swapped)
  }
  return current
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
