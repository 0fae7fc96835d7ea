import { explain } from './go-json/diagnosis.ts'
import { readTree } from './go-json/tree.ts'

/** Where a piece of text stands: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface JsonObject extends Span {
  readonly kind: 'object'
  /** In document order, repeats included. */
  readonly members: readonly JsonMember[]
}

export interface JsonMember {
  readonly key: JsonString
  readonly value: JsonNode
}

export interface JsonArray extends Span {
  readonly kind: 'array'
  readonly elements: readonly JsonNode[]
}

export interface JsonString extends Span {
  readonly kind: 'string'
  /** Decoded as Go does: a lone surrogate becomes U+FFFD. */
  readonly value: string
}

export interface JsonNumber extends Span {
  readonly kind: 'number'
  /** As written: Go tells 1 from 1.0, a double does not. */
  readonly literal: string
}

export interface JsonBoolean extends Span {
  readonly kind: 'boolean'
  readonly value: boolean
}

export interface JsonNull extends Span {
  readonly kind: 'null'
}

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull

/** Why a text is no JSON: for a person, and as Go says it. Offsets are UTF-16. */
export interface JsonProblem {
  /** Where a person should look. */
  readonly offset: number
  /** Where Go's scanner stopped, if that is another place; at the end of the text its length. */
  readonly goOffset?: number
  /** What json.Unmarshal returns: `invalid character '}' looking for beginning of object key string`. */
  readonly goMessage: string
  /** What is wrong, in plain words, to stand after the place: `a comma before the closing "}"`. */
  readonly found: string
  /** What to do about it. */
  readonly fix: string
}

export type JsonReading =
  { readonly kind: 'json'; readonly root: JsonNode } | { readonly kind: 'not-json'; readonly problem: JsonProblem }

/** Reads text as Go's encoding/json (v1, Go 1.26) does, and says in plain words why it cannot. Linear in the text's length. */
export function parseGoJson(text: string): JsonReading {
  const tree = readTree(text)
  return tree.kind === 'broken' ? { kind: 'not-json', problem: explain(text, tree) } : { kind: 'json', root: tree }
}
