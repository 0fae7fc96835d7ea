import { DecodeRun, type Mismatch } from './go-decode/run.ts'
import type { JsonNode } from './go-json.ts'
import type { GoType, Origin } from './go-decode/type.ts'
import type { Path } from './place.ts'

export type { Mismatch } from './go-decode/run.ts'
export type { GoType, GoValue, Origin } from './go-decode/type.ts'
export { goAny } from './go-decode/any.ts'
export { goMap, goPointer, goSlice } from './go-decode/collection.ts'
export { goBool, goInt, goIp, goString } from './go-decode/scalar.ts'
export { goEmbedded, goStruct } from './go-decode/struct.ts'

export interface Decoding<T> {
  /** With every mismatch left out; Go has the same value, but after an error hardly anybody looks at it. */
  readonly value: T
  /** In the order of the text. */
  readonly mismatches: readonly Mismatch[]
  /** The error that json.Unmarshal returns; absent where there is none. */
  readonly goMessage?: string
  /** Who set the value at this path (field keys), if anybody did. */
  readonly origin: (path: Path) => Origin | undefined
}

/** Decodes a tree into a fresh variable of the type, as json.Unmarshal does. Never fails: what does not fit is in `mismatches`. */
export function decodeGo<T>(node: JsonNode, type: GoType<T>): Decoding<T> {
  const slot = type.slot()
  const run = new DecodeRun()
  slot.decode({ node }, run)
  const { mismatches } = run
  const returned = mismatches.find(mismatch => mismatch.stops) ?? mismatches[0]
  return {
    value: slot.value(),
    mismatches,
    ...(returned && { goMessage: returned.goMessage }),
    origin: path => slot.find(path, 0),
  }
}
