export interface Insertion {
  /** In the text before. */
  readonly offset: number
  readonly text: string
}

/** What was put into a text to make it another; undefined where something was taken out or changed, too. */
export function insertionsBetween(before: string, after: string): readonly Insertion[] | undefined {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  if (isHighSurrogate(before, start - 1)) start -= 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  if (isHighSurrogate(before, before.length - end - 1)) end -= 1
  const rest = Array.from(before.slice(start, before.length - Math.max(end, 0)))
  return scattered(start, rest, after.slice(start, after.length - Math.max(end, 0)))
}

/** The characters of `rest` in their order, each at its first occurrence, with insertions between them. */
function scattered(start: number, rest: readonly string[], after: string): readonly Insertion[] | undefined {
  const found: Insertion[] = []
  let offset = start
  let next = 0
  let pending = ''
  for (const char of after) {
    if (char !== rest[next]) {
      pending += char
      continue
    }
    if (pending !== '') found.push({ offset, text: pending })
    pending = ''
    offset += char.length
    next += 1
  }
  if (pending !== '') found.push({ offset, text: pending })
  return next === rest.length ? found : undefined
}

function isHighSurrogate(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF]$/.test(text.charAt(at))
}
