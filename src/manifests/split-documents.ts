import { parseGoJson } from '../bonding/go-json.ts'
import type { JsonNode } from '../bonding/go-json.ts'
import type { SourceText, TextRange } from './source-text.ts'

/** A part of a file that kubectl reads by itself. */
export type DocumentPart =
  | (TextRange & { readonly kind: 'yaml' })
  /** `root` has offsets from the part's start. */
  | (TextRange & { readonly kind: 'json'; readonly root: JsonNode })

export interface DocumentParts {
  readonly parts: readonly DocumentPart[]
  /** Offsets of lines that begin like a separator and go on with something: kubectl reads no further. */
  readonly badSeparators: readonly number[]
}

/**
 * Cuts a file as kubectl does before anything else (apimachinery, util/yaml/decoder.go): JSON objects one behind the
 * other as long as they are JSON, then YAML at every line that begins with `---`.
 */
export function splitDocuments(source: SourceText): DocumentParts {
  const { text } = source
  const parts: DocumentPart[] = []
  let at = source.start
  for (let json = jsonAt(text, at); json !== undefined; json = jsonAt(text, at)) {
    parts.push(json)
    at = json.end
  }
  // Behind objects, kubectl goes on behind the blank rest of the line.
  if (at > source.start) at += /^(?:\s*$|[^\S\n]*\n?)/.exec(text.slice(at))?.[0].length ?? 0
  const badSeparators: number[] = []
  while (at < text.length) {
    const separator = nextSeparator(text, at)
    const end = separator ?? text.length
    if (end > at) parts.push({ kind: 'yaml', start: at, end })
    if (separator === undefined) break
    at = lineEnd(text, separator)
    if (!/^---\s*(?:#|$)/.test(text.slice(separator, at))) badSeparators.push(separator)
    at += 1
  }
  return { parts, badSeparators }
}

function nextSeparator(text: string, from: number): number | undefined {
  if (text.startsWith('---', from)) return from
  const found = text.indexOf('\n---', from)
  return found === -1 ? undefined : found + 1
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** The JSON object at `from` or behind blanks there; undefined where something else stands there. */
function jsonAt(text: string, from: number): Extract<DocumentPart, { kind: 'json' }> | undefined {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0)
  if (text[start] !== '{') return undefined
  const end = closingBrace(text, start)
  const reading = end === undefined ? undefined : parseGoJson(text.slice(start, end))
  if (end === undefined || reading?.kind !== 'json') return undefined
  return { kind: 'json', start, end, root: reading.root }
}

/** Behind the brace that closes the one at `start`. */
function closingBrace(text: string, start: number): number | undefined {
  // A string that does not end takes the rest: to try again at each of its quotes would take quadratic time.
  const token = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|[{}]/gs
  token.lastIndex = start
  let depth = 0
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '{') depth += 1
    else if (found[0] === '}') depth -= 1
    if (depth === 0) return token.lastIndex
  }
  return undefined
}
