import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { type CniConfig, readCniConfig } from '../../../src/bonding/cni-config.ts'
import type { JsonNode } from '../../../src/bonding/go-json.ts'
import { parseGoJson } from '../../../src/bonding/go-json.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import type { Path, Place } from '../../../src/bonding/place.ts'

const keys = [
  'type',
  'TYPE',
  'name',
  'Name',
  'cniVersion',
  'cniversion',
  'plugins',
  'Plugins',
  'mode',
  'miimon',
  'links',
]
const moreKeys = [
  'Links',
  'ipam',
  'dns',
  'capabilities',
  'prevResult',
  'failOverMac',
  'failovermac',
  'cniVersions',
  '',
  '__proto__',
]
const words = ['bond', 'sriov', 'net1', '', 'a b', 'x/y', '1.0.0', 'v1', 'net1\u0000', '\ud83d\ude42', 'toString']

const { config } = fc.letrec<{ config: string; value: string; object: string; list: string }>(tie => ({
  config: fc.oneof({ weight: 9, arbitrary: tie('object') }, { weight: 1, arbitrary: tie('value') }),
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('null', 'true', '0', '1.0', '-1', '1.5', '1e21', '1e400', '"1"'),
    fc.constantFrom(...words).map(word => JSON.stringify(word)),
    tie('object'),
    tie('list'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...keys, ...moreKeys), tie('value')), { maxLength: 6 })
    .map(members => `{ ${members.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(',\n ')} }`),
  list: fc.array(tie('value'), { maxLength: 4 }).map(values => `[${values.join(', ')}]`),
}))

/** A config with a few characters lost, doubled or put in. */
const broken = fc
  .tuple(
    config,
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom('"', ',', '}', ']', '{', ':', '\\', '<1>', '\n', '')), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((rest, [where, drop, put]) => {
      const at = where % (rest.length + 1)
      return rest.slice(0, at) + put + rest.slice(at + drop)
    }, text),
  )

const anyText = fc.oneof(
  { weight: 4, arbitrary: config },
  { weight: 2, arbitrary: broken },
  fc.string({ unit: 'binary' }),
)
const runs = { seed: 4711, numRuns: 2000 }

t.test('every text is read, and every view of it answers', async t => {
  fc.assert(
    fc.property(anyText, text => {
      const network = readNetwork({ metadata: { namespace: 'demo', name: 'n' }, spec: { config: text } })
      const { config, ipam, configName, cniVersion } = network
      if (config.kind === 'unreadable') return config.problems.length > 0 && network.plugin === undefined
      if (network.kind === 'link')
        return (config.kind === 'on-node') === (text === '') && [ipam, configName, cniVersion].length === 3
      const { settings, linkNames } = network
      network.at('links', 0, 'name')
      return settings !== undefined && (linkNames === undefined || linkNames.length === settings.links?.length)
    }),
    runs,
  )
  t.pass()
})

t.test('every place that is told is the place of that value in the author’s text', async t => {
  let told = 0
  fc.assert(
    fc.property(fc.oneof(config, broken), text => {
      const reading = parseGoJson(text)
      if (reading.kind === 'not-json') return true
      for (const { path, span } of placesIn(readCniConfig(text, 'n'))) {
        if (span === undefined) continue
        told++
        const node = valuesAt(reading.root, path.slice(2)).some(
          ({ start, end }) => start === span.start && end === span.end,
        )
        if (!node) throw new Error(`${JSON.stringify(path)} is not at ${span.start}..${span.end}`)
      }
      return true
    }),
    runs,
  )
  t.ok(told > 1000, `${told} places`)
})

t.test('a plain bond arrives as JSON.parse reads it', async t => {
  const value = fc.jsonValue({ maxDepth: 3 })
  const plain = fc.dictionary(fc.stringMatching(/^x[a-z0-9_]{0,8}$/), value, { maxKeys: 8 })
  fc.assert(
    fc.property(plain, fc.nat(4), (members, indent) => {
      const text = JSON.stringify({ type: 'bond', ...members }, null, indent)
      const config = readCniConfig(text, 'bond-net1')
      if (config.kind !== 'plugins' || config.problems.length > 0) return false
      const expected: unknown = JSON.parse(text)
      const received = plainValue(config.plugins[0]?.received)
      return isDeepStrictEqual(received, { ...Object(expected), name: 'bond-net1', cniVersion: '' })
    }),
    { seed: 11, numRuns: 300 },
  )
  t.pass()
})

function placesIn(config: CniConfig): readonly Place[] {
  if (config.kind === 'on-node') return []
  // A misspelled key is itself the place.
  const problems = config.problems.filter(({ kind }) => kind !== 'plugins-misspelled')
  if (config.kind === 'unreadable') return problems
  const { name, cniVersion, plugins } = config
  const network = [name, cniVersion].flatMap(text => (text === undefined ? [] : [text.place]))
  return [...problems, ...network, ...plugins.flatMap(plugin => [plugin.typePlace, plugin.cniVersion.place])]
}

/** All values that a path leads to: equal keys may be repeated. */
function valuesAt(root: JsonNode, path: Path): readonly JsonNode[] {
  return path.reduce<readonly JsonNode[]>(
    (nodes, step) =>
      nodes.flatMap(node =>
        node.kind === 'object'
          ? node.members.filter(({ key }) => key.value === step).map(({ value }) => value)
          : node.kind === 'array' && typeof step === 'number'
            ? node.elements.slice(step, step + 1)
            : [],
      ),
    [root],
  )
}

function plainValue(node: JsonNode | undefined): unknown {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key.value, plainValue(value)]))
    case 'array':
      return node.elements.map(plainValue)
    case 'number':
      return Number(node.literal)
    case 'string':
    case 'boolean':
      return node.value
    case 'null':
      return null
    case undefined:
      return undefined
  }
}
