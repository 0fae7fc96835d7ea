import type { DecodeRun } from './run.ts'
import type { JsonNode, JsonString } from '../go-json.ts'
import type { Path } from '../place.ts'

/** The member (or element) that set a value last. */
export interface Origin {
  /** The key as the author spelled it; absent for elements of a list. */
  readonly key?: JsonString
  readonly node: JsonNode
}

/** Memory that values are decoded into, one over the other: Go does not start afresh where a key comes twice. */
export interface GoSlot<T> {
  decode(origin: Origin, run: DecodeRun): void
  value(): T
  /** Who set what stands at the rest of the path, from step `from` on. */
  find(path: Path, from: number): Origin | undefined
}

/** A target type of Go's encoding/json (v1). `T` is what TypeScript sees of a decoded value. */
export interface GoType<T> {
  /** As Go's reflection prints it: `[]map[string]interface {}`. */
  readonly goName: string
  readonly zero: T
  /** For a field: the names of the embedded structs that it stands in, outermost first. Go's messages tell them. */
  readonly embeddedIn?: readonly string[]
  slot(): GoSlot<T>
}

/** What a decoded value of a type is in TypeScript. */
export type GoValue<G> = G extends GoType<infer T> ? T : never

/** Go's word for a value in its messages. */
export function goKind(node: JsonNode): string {
  return node.kind === 'boolean' ? 'bool' : node.kind
}
