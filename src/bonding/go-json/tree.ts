import type { JsonMember, JsonNode, JsonString } from '../go-json.ts'
import { type BrokenJson, fault, type Fault, type FaultContext } from './fault.ts'
import { readNumber } from './number.ts'
import { readString } from './string.ts'

/** scanner.go `maxNestingDepth`. */
const maxDepth = 10_000

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const closing = { object: 0x7d, array: 0x5d } as const

/** An object or list under construction. When it is closed, `end` is set and the same object becomes the node. */
type Open =
  | { readonly kind: 'object'; readonly start: number; end: number; readonly members: JsonMember[] }
  | { readonly kind: 'array'; readonly start: number; end: number; readonly elements: JsonNode[] }

interface Reader {
  readonly text: string
  index: number
  /** A stack instead of recursion: 10,000 levels must not end in an overflow of JavaScript's own. */
  readonly open: Open[]
  /** For each open object the key read last, waiting for its value. */
  readonly keys: (JsonString | undefined)[]
  root: JsonNode | undefined
}

/** Reads JSON text as Go's scanner accepts it, in one pass. */
export function readTree(text: string): JsonNode | BrokenJson {
  const reader: Reader = { text, index: 0, open: [], keys: [], root: undefined }
  for (;;) {
    const begun = beginValue(reader)
    if (begun === undefined) continue
    const ended = begun.kind === 'fault' ? begun : endValue(reader, begun)
    if (ended === undefined) continue
    return ended.kind === 'fault' ? broken(reader, ended) : ended
  }
}

/** A complete value, or undefined where one was opened and its first content comes next. */
function beginValue(reader: Reader): JsonNode | Fault | undefined {
  const at = skipBlanks(reader)
  const { text } = reader
  switch (text.charCodeAt(at)) {
    case 0x7b: // {
      return openObject(reader, at)
    case 0x5b: // [
      return openArray(reader, at)
    case 0x22: // "
      return passed(reader, readString(text, at))
    case 0x74: // t
      return passed(reader, readWord(text, at, 'true') ?? { kind: 'boolean', start: at, end: at + 4, value: true })
    case 0x66: // f
      return passed(reader, readWord(text, at, 'false') ?? { kind: 'boolean', start: at, end: at + 5, value: false })
    case 0x6e: // n
      return passed(reader, readWord(text, at, 'null') ?? { kind: 'null', start: at, end: at + 4 })
  }
  return startsNumber(text.charCodeAt(at))
    ? passed(reader, readNumber(text, at))
    : fault('looking for beginning of value', at)
}

function openObject(reader: Reader, start: number): JsonNode | Fault | undefined {
  const end = openNode(reader, start, closing.object)
  if (typeof end !== 'number') return end
  if (end > 0) return { kind: 'object', start, end, members: [] }
  enter(reader, { kind: 'object', start, end: 0, members: [] })
  return readKey(reader)
}

function openArray(reader: Reader, start: number): JsonNode | Fault | undefined {
  const end = openNode(reader, start, closing.array)
  if (typeof end !== 'number') return end
  if (end > 0) return { kind: 'array', start, end, elements: [] }
  enter(reader, { kind: 'array', start, end: 0, elements: [] })
  return undefined
}

/** Steps over the opening character; the offset behind the closing one if nothing is between them, else 0. */
function openNode(reader: Reader, start: number, closer: number): number | Fault {
  if (reader.open.length >= maxDepth) return fault('exceeded max depth', start)
  reader.index = start + 1
  const at = skipBlanks(reader)
  if (reader.text.charCodeAt(at) !== closer) return 0
  reader.index = at + 1
  return reader.index
}

/** Both stacks grow together: a gap would make the array of keys a slow one. */
function enter(reader: Reader, container: Open): void {
  reader.keys[reader.open.length] = undefined
  reader.open.push(container)
}

function readKey(reader: Reader): Fault | undefined {
  const at = skipBlanks(reader)
  if (reader.text.charCodeAt(at) !== quote) return fault('looking for beginning of object key string', at)
  const key = readString(reader.text, at)
  if (key.kind === 'fault') return key
  reader.index = key.end
  reader.keys[reader.open.length - 1] = key
  const next = skipBlanks(reader)
  if (reader.text.charCodeAt(next) !== colon) return fault('after object key', next)
  reader.index = next + 1
  return undefined
}

/** Puts a complete value where it belongs and closes what ends behind it; undefined where another value comes next. */
function endValue(reader: Reader, value: JsonNode): JsonNode | Fault | undefined {
  for (let ended = value; ;) {
    const at = skipBlanks(reader)
    const container = reader.open[reader.open.length - 1]
    if (container === undefined) return endRoot(reader, ended, at)
    add(reader, container, ended)
    const unit = reader.text.charCodeAt(at)
    if (unit === comma) {
      reader.index = at + 1
      return container.kind === 'object' ? readKey(reader) : undefined
    }
    if (unit !== closing[container.kind]) return fault(afterValue[container.kind], at)
    reader.index = container.end = at + 1
    reader.open.pop()
    ended = container
  }
}

const afterValue = { object: 'after object key:value pair', array: 'after array element' } as const

function endRoot(reader: Reader, root: JsonNode, at: number): JsonNode | Fault {
  if (at >= reader.text.length) return root
  reader.root = root
  return fault('after top-level value', at)
}

function add(reader: Reader, container: Open, value: JsonNode): void {
  if (container.kind === 'array') container.elements.push(value)
  else {
    const key = reader.keys[reader.open.length - 1]
    if (key !== undefined) container.members.push({ key, value })
  }
}

/** Undefined if the word stands there, else the first letter that differs. */
function readWord(text: string, start: number, word: 'true' | 'false' | 'null'): Fault | undefined {
  if (text.startsWith(word, start)) return undefined
  let length = 1
  while (text[start + length] === word[length]) length++
  const context: FaultContext = `in literal ${word} (expecting '${word.charAt(length)}')`
  return fault(context, start + length, start)
}

function passed<N extends JsonNode>(reader: Reader, node: N | Fault): N | Fault {
  if (node.kind !== 'fault') reader.index = node.end
  return node
}

function startsNumber(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x2d
}

/** JSON's blanks only: blank, tab, line feed, carriage return. */
function skipBlanks(reader: Reader): number {
  const { text } = reader
  let { index } = reader
  for (let unit = text.charCodeAt(index); unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;) {
    unit = text.charCodeAt(++index)
  }
  reader.index = index
  return index
}

function broken(reader: Reader, fault: Fault): BrokenJson {
  const open = reader.open.map((node, depth) => {
    const key = reader.keys[depth]
    return key === undefined ? node : { ...node, key }
  })
  return { kind: 'broken', fault, open, ...(reader.root && { root: reader.root }) }
}
