import type { Mismatch } from '../go-decode.ts'
import type { JsonNode, JsonProblem, Span } from '../go-json.ts'
import type { NetworkElement, UnreadableList } from '../networks-annotation.ts'
import { findJsonMark } from './form.ts'
import { oneLine, quote } from './quote.ts'
import type { Path } from '../place.ts'

/** The text is no JSON at all. */
export function explainSyntax(text: string, problem: JsonProblem): UnreadableList {
  const { goMessage } = problem
  const span = { start: problem.offset, end: Math.min(problem.offset + 1, text.length) }
  const mark = findJsonMark(text)
  if (mark && text.slice(0, mark.start).trim() !== '') {
    const found = `contains ${mark.words}, so Multus reads all of it as JSON, which it is not`
    return unreadable(mark, found, writeNames, goMessage)
  }
  // The general advice would lead to texts in a list, which is JSON, but no list of networks either.
  if (/^\s*\[\s*\w/.test(text)) return unreadable(span, 'has brackets, but no JSON in them', writeNames, goMessage)
  if (/^\s*\{/.test(text) && goMessage.endsWith('after top-level value')) {
    return unreadable(span, 'has more behind its first object, but one JSON list is expected', aroundIt, goMessage)
  }
  return unreadable(span, problem.found, problem.fix, goMessage)
}

const writeNames = 'Write names with commas between them, without quotes and brackets; or a JSON list: [{"name":"..."}]'
const aroundIt = 'Put "[" before and "]" behind all of it'

/** JSON, but a value is not of the type that Multus expects there. */
export function explainMismatch({ path, origin, goMessage }: Mismatch): UnreadableList {
  const { node } = origin
  const [index] = path
  const where = typeof index === 'number' ? `element ${index + 1}` : undefined
  const field = path.findLast(step => typeof step === 'string')
  const what = [where, field === undefined ? undefined : quote(origin.key?.value ?? field)].filter(Boolean).join(': ')
  const { expected, fix } = expectation(path, node)
  const found = `${what} is ${describe(node)}, but ${expected} is expected`.trimStart()
  return unreadable(node, found, fix, goMessage)
}

/** Go decodes a null to no element, and Multus looks into it all the same. */
export function explainNull(index: number, node: JsonNode): UnreadableList {
  return unreadable(
    node,
    `element ${index + 1} is null, which makes Multus crash`,
    'Remove the null and its comma',
    'runtime error: invalid memory address or nil pointer dereference',
  )
}

/** Multus reads the element, but there is no network without a name. */
export function explainNoName({ index, namespace, span }: NetworkElement): UnreadableList {
  return {
    ...unreadable(
      span,
      `element ${index + 1} has no "name"`,
      'Write "name" with the name of a network attachment definition, or remove this element',
      `cannot find a network-attachment-definition () in namespace (${namespace})`,
    ),
    stage: 'lookup',
  }
}

interface Expectation {
  readonly expected: string
  readonly fix: string
}

const wholeNumber = { expected: 'a whole number', fix: 'Write digits only: no quotes, no point, no exponent' }
const object = { expected: 'an object', fix: 'Write an object: {"...": ...}' }

/** Fields that are no text, by name. */
const fields: Readonly<Record<string, Expectation>> = {
  ips: { expected: 'a list of addresses', fix: 'Write a list: ["10.0.0.5/24"]' },
  portMappings: { expected: 'a list of objects', fix: 'Write a list: [{"hostPort": 8080, "containerPort": 80}]' },
  'default-route': { expected: 'a list of addresses', fix: 'Write a list: ["10.0.0.1"]' },
  bandwidth: object,
  'cni-args': object,
  hostPort: wholeNumber,
  containerPort: wholeNumber,
  ingressRate: wholeNumber,
  ingressBurst: wholeNumber,
  egressRate: wholeNumber,
  egressBurst: wholeNumber,
}

function expectation(path: Path, node: JsonNode): Expectation {
  const [index, field, ...rest] = path
  if (index === undefined) return { expected: 'a list', fix: rootFix(node) }
  if (field === undefined) return { expected: 'an object', fix: elementFix(node) }
  if (field === 'cni-args' && rest.length > 0) return { expected: 'a smaller one', fix: 'Write it as text, in quotes' }
  if (field === 'portMappings' && rest.length === 1) return object
  const last = path.at(-1)
  if (typeof last === 'string') return fields[last] ?? { expected: 'text', fix: 'Write text, in quotes' }
  if (field === 'ips') return { expected: 'an address in quotes', fix: 'Write an address in quotes: "10.0.0.5/24"' }
  return { expected: 'an IP address in quotes', fix: 'Write an address without a prefix length, in quotes: "10.0.0.1"' }
}

function rootFix(node: JsonNode): string {
  if (node.kind === 'object') return aroundIt
  const escapedTwice = node.kind === 'string' && node.value.trimStart().startsWith('[')
  return escapedTwice ? 'Remove the quotes around the list, and the backslashes in it' : writeNames
}

function elementFix(node: JsonNode): string {
  const name = node.kind === 'string' && /^[-.a-z0-9]+$/.test(node.value) ? node.value : '...'
  return `Write an object there: {"name":"${name}"}`
}

function describe(node: JsonNode): string {
  switch (node.kind) {
    case 'array':
      return 'a list'
    case 'object':
      return 'an object'
    case 'string':
      return `the text ${quote(node.value)}`
    case 'number':
      return `the number ${oneLine(node.literal)}`
    case 'boolean':
      return String(node.value)
    case 'null':
      return 'null'
  }
}

function unreadable({ start, end }: Span, found: string, fix: string, multus: string): UnreadableList {
  return { kind: 'unreadable', stage: 'parse', span: { start, end }, found, fix, multus: oneLine(multus) }
}
