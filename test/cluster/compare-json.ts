import { decodeGo, goAny } from '../../src/bonding/go-decode.ts'
import { type JsonNode, type JsonProblem, parseGoJson } from '../../src/bonding/go-json.ts'
import { canonicalJson } from './canonical-json.ts'
import type { NeighbourReading } from './neighbours-program.ts'
import type { Comparison } from './comparison.ts'
import { damaged, valueText } from './random-json.ts'

export const jsonComparison: Comparison = {
  name: 'any JSON, as encoding/json reads it',
  always: ['', ' ', '\ufeff{}', '[]\ufeff', '1 2', '"\u2028"', '\0'],
  texts: damaged(valueText),
  runs: 4000,
  difference: jsonDifference,
}

/** Says in what `parseGoJson` differs from encoding/json: value, literals, or the error and its place. */
function jsonDifference(text: string, { json: go }: NeighbourReading): string | undefined {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') {
    const ours = `${reading.problem.goMessage} at ${byteOffset(text, reading.problem)}`
    const theirs = go.error === undefined ? 'JSON' : `${go.error} at ${goByteOffset(text, go.error, go.offset)}`
    return ours === theirs ? undefined : `ours: ${ours}\n  Go:   ${theirs}`
  }
  // Syntax apart, the only thing that a target without a type refuses is a number that is too big.
  const error = decodeGo(reading.root, goAny).goMessage
  const ours = error ?? canonicalJson(tagged(reading.root))
  const theirs = go.error ?? canonicalJson(go.value)
  return ours === theirs ? undefined : `ours: ${ours}\n  Go:   ${theirs}`
}

/** As the Go program prints a value: strings and numbers marked, keys of a map once. */
function tagged(node: JsonNode): unknown {
  switch (node.kind) {
    case 'string':
      return `$${node.value}`
    case 'number':
      return `#${node.literal}`
    case 'boolean':
      return node.value
    case 'null':
      return null
    case 'array':
      return node.elements.map(tagged)
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.value, tagged(value)]))
  }
}

function byteOffset(text: string, { offset, goOffset = offset }: JsonProblem): number {
  return Buffer.byteLength(text.slice(0, goOffset))
}

/** Go counts the bytes that it has read, the one it stumbled over included. Behind the last one it reads a blank. */
function goByteOffset(text: string, error: string, offset = 0): number {
  const blank = error.startsWith("invalid character ' '") && offset === Buffer.byteLength(text) && !text.endsWith(' ')
  return blank || error === 'unexpected end of JSON input' ? offset : offset - 1
}
