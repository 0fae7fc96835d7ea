import type { JsonNode } from '../../go-json.ts'
import type { BondKey } from '../../bond-network.ts'
import type { Place } from '../../place.ts'
import type { ReadableBond } from '../rule.ts'

const longest = 40

/** A value of the config in plain words: `the text "100"`, `the number 100`, `true`, `a list`. */
export function written(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return `the text ${quoted(node.value)}`
    case 'number':
      return `the number ${node.literal}`
    case 'boolean':
      return String(node.value)
    case 'null':
      return 'null'
    case 'array':
      return 'a list'
    case 'object':
      return 'an object'
  }
}

/** A text in double quotes, on one line and short enough for a message. */
export function quoted(text: string): string {
  return JSON.stringify(text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}...`)
}

/** The same without the quotes, as it stands inside a message of Bond CNI. */
export function brief(text: string): string {
  return quoted(text).slice(1, -1)
}

/** `missing`, or what the author wrote that comes to the same. The place of a key that is not there has no span. */
export function missing({ span }: Place): string {
  return span ? 'null, as good as missing' : 'missing'
}

/**
 * A value whose type Bond CNI cannot read, in the author's words and in Go's.
 * @param expected completes "Bond CNI reads"
 */
export function wrongType(
  bond: ReadableBond,
  key: BondKey,
  expected: string,
): { readonly place: Place; readonly found: string; readonly node: JsonNode } | undefined {
  const mismatch = bond.mismatch(key)
  if (!mismatch) return undefined
  const { node } = mismatch.origin
  const { path } = bond.at(key, ...mismatch.path.slice(1))
  const place = { path, span: { start: node.start, end: node.end } }
  return { place, found: `${written(node)}, but Bond CNI reads ${expected} (${mismatch.goMessage})`, node }
}
