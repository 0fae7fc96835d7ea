import { configProblem, type ConfigProblem, expectedType, quoted } from './problem.ts'
import type { Decoding, Mismatch } from '../go-decode.ts'
import type { JsonNode, JsonObject } from '../go-json.ts'
import type { Path, Place } from '../place.ts'

/** A config after the client library: named, and perhaps written anew. */
export interface ConfigSource {
  /** What the author wrote; spans of all nodes are offsets in it. */
  readonly text: string
  readonly written: JsonObject
  /** What Multus and libcni decode into their structs. */
  readonly root: JsonObject
  /** The same as a Go map holds it: sorted, without repeats. */
  readonly map: JsonObject
}

/** Where a config stands in its object. */
export const configPath: Path = ['spec', 'config']

export function placeOf(path: Path, node: JsonNode | undefined): Place {
  // What libcni or the client library put in has an empty span.
  return node === undefined || node.start === node.end ? { path } : { path, span: { start: node.start, end: node.end } }
}

/** A path of field keys as the author spelled them. */
export function spelled(decoding: Decoding<unknown>, path: Path): Path {
  return path.map((step, index) => {
    const key = typeof step === 'string' ? decoding.origin(path.slice(0, index + 1))?.key : undefined
    return key?.value ?? step
  })
}

/** A value of the wrong type that Multus stumbles over. */
export function multusMismatch(
  { text }: ConfigSource,
  decoding: Decoding<unknown>,
  mismatch: Mismatch,
  prefix: string,
): ConfigProblem {
  const { origin, path } = mismatch
  const container = spelled(decoding, path.slice(0, -1))
  const last = origin.key?.value ?? path[path.length - 1] ?? ''
  return configProblem({
    kind: 'wrong-type',
    by: 'multus',
    ...placeOf([...configPath, ...container, last], origin.node),
    upstream: `${prefix}: ${mismatch.goMessage}`,
    found: quoted(text, origin.node),
    expected: expectedType(mismatch),
  })
}
