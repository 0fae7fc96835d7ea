import type { NeighbourReading } from './neighbours-program.ts'
import type { JsonText } from './random-json-scalar.ts'

/** One of our readers against the program that it must agree with. */
export interface Comparison {
  readonly name: string
  /** Texts that chance does not find. */
  readonly always: readonly string[]
  readonly texts: JsonText
  /** How many of them. */
  readonly runs: number
  /** In what the two differ; undefined where both read the same. */
  readonly difference: (text: string, reading: NeighbourReading) => string | undefined
}

/** Go reads 10,000 levels. */
export const nestedTexts = [10_000, 10_001].flatMap(depth => [
  '['.repeat(depth) + ']'.repeat(depth),
  '{"type":'.repeat(depth) + '1' + '}'.repeat(depth),
  `{"type":"bond","a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`,
  `[{"name":"a","cni-args":${'{"a":'.repeat(depth - 2)}1${'}'.repeat(depth - 2)}}]`,
])
