import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseGoJson } from '../../src/bonding/go-json.ts'
import { causeMessage, warningText } from '../../src/bonding/layout.ts'
import { readNetwork } from '../../src/bonding/network.ts'
import { createNetworkJudge } from '../../src/bonding/network-verdict.ts'
import { readCommaList, readNetworksAnnotation } from '../../src/bonding/networks-annotation.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { decodeText } from '../../src/manifests/decode-text.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'
import { hostileText } from './damaged-text.ts'
import type { FuzzTarget } from './fuzz-target.ts'
import { cniConfigs, manifests, networkLists } from './good-inputs.ts'

/** No message is longer, however long what it is about. */
const longestCause = 1_300
const longestWarning = 256
const judge = createNetworkJudge(defaultPolicy, 'documented')

/** Reads a text that a stranger wrote; throws where what comes out is not sound. */
interface Parser {
  readonly name: string
  readonly runs: number
  readonly good: readonly string[]
  readonly parse: (text: string) => void
}

export const parsers: readonly Parser[] = [
  { name: 'networks annotation', runs: 2_000, good: networkLists, parse: readList },
  { name: 'JSON as Go reads it', runs: 2_000, good: cniConfigs, parse: readJson },
  { name: 'CNI config', runs: 1_000, good: cniConfigs, parse: judgeConfig },
  { name: 'manifests', runs: 1_000, good: manifests, parse: readManifests },
]

export const parserTargets: readonly FuzzTarget[] = [
  ...parsers.map(({ name, runs, good, parse }) => ({ name, runs, property: fc.property(hostileText(good), parse) })),
  { name: 'bytes of a file', runs: 500, property: fc.property(bytes(), readBytes) },
]

/** Read, or refused at a place in it, in one short line. */
function readList(text: string): void {
  for (const list of [readNetworksAnnotation(text, 'demo'), readCommaList(text, 'demo')]) {
    const spans = list.kind === 'list' ? list.elements.map(({ span }) => span) : [list.span]
    for (const { start, end } of spans)
      assert.ok(0 <= start && start <= end && end <= text.length, 'a place in the text')
    if (list.kind === 'unreadable') for (const words of [list.found, list.fix]) assertWords(words, 600)
  }
}

/** JavaScript's own parser is the judge: Go takes the same texts, but for how deep they may be. */
function readJson(text: string): void {
  const reading = parseGoJson(text)
  assert.equal(reading.kind === 'json', isJson(text), 'as JSON.parse')
  if (reading.kind === 'json') return
  const { offset, found, fix } = reading.problem
  assert.ok(0 <= offset && offset <= text.length, 'a place in the text')
  for (const words of [found, fix]) assertWords(words, 600)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whatever a network's config is, all rules have their say about it, in short lines. */
function judgeConfig(config: string): void {
  const network = readNetwork({ metadata: { namespace: 'demo', name: 'a' }, spec: { config } })
  const { errors, warnings } = judge(network)
  for (const finding of [...errors, ...warnings]) {
    assertWords(causeMessage(finding), longestCause)
    assertWords(warningText(finding), longestWarning)
  }
  assert.ok(errors.length + warnings.length <= 100, `${errors.length + warnings.length} findings`)
}

function readManifests(text: string): void {
  const lines = text.split(/\r\n|[\r\n]/).length
  for (const { line, column, message, fix } of readDocuments(text, 'a.yaml').problems) {
    assert.ok(line >= 1 && line <= lines && column >= 1, `line ${line}, column ${column} of ${lines} lines`)
    for (const words of [message, fix]) assertWords(words, 2_000)
  }
}

function bytes(): fc.Arbitrary<Uint8Array> {
  const mark = fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf])
  const text = hostileText(manifests).map(each => Buffer.from(each))
  return fc
    .tuple(mark, fc.oneof(text, fc.uint8Array({ maxLength: 60 })))
    .map(parts => Buffer.concat(parts.map(part => Uint8Array.from(part))))
}

function readBytes(file: Uint8Array): void {
  const decoded = decodeText(file)
  if (decoded.kind === 'text') readManifests(decoded.text)
}

function assertWords(words: string, longest: number): void {
  assert.ok(words !== '' && words.length <= longest, `${words.length} characters`)
  assert.doesNotMatch(words, /[\n\r]/, 'one line')
}
