import { readConfigOfAnySize, type ConfigProblem } from '../../src/bonding/cni-config.ts'
import { type JsonNode, parseGoJson } from '../../src/bonding/go-json.ts'
import { objectName, type NeighbourConfig, type NeighbourReading } from './neighbours-program.ts'
import { nestedTexts, type Comparison } from './comparison.ts'
import { cniConfigText, knownConfigs } from './random-cni-config.ts'

export const configComparison: Comparison = {
  name: 'spec.config, as the client library, Multus and libcni read it',
  always: [...knownConfigs, ...nestedTexts],
  texts: cniConfigText,
  runs: 8000,
  difference: configDifference,
}

type Ours = ReturnType<typeof readConfigOfAnySize>

/** Says in what `readConfigOfAnySize` differs from the client library, Multus, libcni and the skeleton of plugins. */
function configDifference(text: string, { config: go }: NeighbourReading): string | undefined {
  const ours = readConfigOfAnySize(text, objectName)
  const agree = go.error === undefined ? sameNetwork(ours, go) : sameError(ours, go.error, go.by)
  if (agree) return undefined
  const said =
    ours.kind === 'plugins'
      ? { ...ours, plugins: ours.plugins.map(({ type, received }) => [type, print(received)]) }
      : ours
  return `ours: ${JSON.stringify(said, brief)}\n  Go:   ${JSON.stringify(go)}`
}

/** Ours has all problems, they stop at the first; so theirs must be among ours. */
function sameError(ours: Ours, error: string, by: NeighbourConfig['by']): boolean {
  if (ours.kind === 'on-node') return by === 'nobody'
  const panics = error.startsWith('panic: ')
  return ours.problems.some(problem => problem.by === by && problem.panics === panics && says(problem, error))
}

/** Upstream's text starts with the names of functions that Multus adds, which the Go program does not. */
function says({ upstream }: ConfigProblem, error: string): boolean {
  return error.includes(upstream) || upstream.endsWith(error)
}

function sameNetwork(ours: Ours, go: NeighbourConfig): boolean {
  if (ours.kind === 'on-node') return false
  if (go.plugins === undefined) return ours.problems.some(({ kind }) => kind === 'plugins-misspelled')
  if (ours.kind === 'unreadable') return false
  const refused = go.plugins.flatMap(plugin => plugin.refused ?? [])
  const types = ours.plugins.map(({ type }) => type)
  const received = ours.plugins.map(plugin => print(plugin.received))
  return (
    ours.form === go.form &&
    (ours.name?.value ?? '') === go.name &&
    (ours.cniVersion?.value ?? '') === go.cniVersion &&
    same(
      types,
      go.plugins.map(({ type }) => type),
    ) &&
    same(
      received,
      go.plugins.map(plugin => reprint(plugin.received)),
    ) &&
    ours.problems.every(problem => refused.some(error => says(problem, error))) &&
    refused.every(error => ours.problems.some(problem => says(problem, error) || sameVersion(problem, error)))
  )
}

/** One version can be refused by the skeleton and by libcni's DEL; ours says so once. */
function sameVersion({ kind }: ConfigProblem, error: string): boolean {
  return kind === 'version-unsupported' && /version/.test(error)
}

function same(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.length === theirs.length && ours.every((each, index) => each === theirs[index])
}

/** Order of keys and literals included. With a stack of its own: a value may have 10,000 levels. */
function print(root: JsonNode): string {
  let text = ''
  const rest: (JsonNode | string)[] = [root]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') text += next
    else rest.push(...parts(next).reverse())
  }
  return text
}

function parts(node: JsonNode): (JsonNode | string)[] {
  switch (node.kind) {
    case 'object':
      return ['{', ...node.members.flatMap(({ key, value }) => [JSON.stringify(key.value), ':', value, ',']), '}']
    case 'array':
      return ['[', ...node.elements.flatMap(element => [element, ',']), ']']
    case 'number':
      return [node.literal]
    case 'string':
      return [JSON.stringify(node.value)]
    case 'boolean':
      return [String(node.value)]
    case 'null':
      return ['null']
  }
}

function reprint(text: string): string {
  const reading = parseGoJson(text)
  return reading.kind === 'json' ? print(reading.root) : `not JSON: ${text}`
}

function brief(key: string, value: unknown): unknown {
  return ['span', 'place', 'written', 'typePlace'].includes(key) ? undefined : value
}
