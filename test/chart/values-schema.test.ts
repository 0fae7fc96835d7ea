import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { schemaFile, valuesSchema, type Schema } from '../../scripts/values-schema.ts'
import { valuesPage } from '../../scripts/values-page.ts'
import { rules } from '../../src/bonding/rules/catalogue.ts'
import { isFixed } from '../../src/bonding/rules/rule.ts'

const schema = valuesSchema()
const values: unknown = parse(readFileSync('charts/bond-injector/values.yaml', 'utf8'))
const definitions = memberOf(JSON.parse(readFileSync(schemaFile, 'utf8')), 'definitions')

t.test('every value has a schema, and every schema a value', async t => {
  const { global: shared, ...own } = schema.properties ?? {}
  t.ok(shared, 'what helm itself hands to subcharts')
  compare(t, 'values', { ...schema, properties: own }, values)
})

t.test('no object takes keys that nobody named, but for labels and the like', async t => {
  const open = [...objectsIn('', schema)].filter(([, object]) => object.additionalProperties !== false)
  t.same(
    open.map(([path]) => path),
    [
      '.global',
      '.affinity.nodeAffinity',
      '.affinity.podAffinity',
      '.affinity.podAntiAffinity',
      '.topologySpreadConstraints[].labelSelector',
    ],
  )
})

t.test('a rule can be set as the program lets it be set', async t => {
  const severities = schema.properties?.['rules']?.properties ?? {}
  t.same(
    Object.keys(severities),
    rules.map(rule => rule.id),
  )
  for (const rule of rules) t.equal(severities[rule.id]?.enum?.includes('off'), !isFixed(rule), rule.id)
})

t.test('the page names every value once, with its default', async t => {
  const rows = valuesPage()
    .split('\n')
    .filter(line => line.startsWith('| `'))
  t.ok(rows.some(row => row.startsWith('| `replicas` | `2` |')))
  t.equal(new Set(rows.map(row => row.split('`')[1])).size, rows.length)
  t.notOk(
    rows.some(row => row.includes('undefined')),
    'each has a default and a meaning',
  )
})

/** Down to where the schema describes a value as a whole. */
function compare(t: Test, path: string, { properties, description }: Schema, value: unknown): void {
  if (properties === undefined || description !== undefined) return
  t.same(Object.keys(Object(value) as object).sort(), Object.keys(properties).sort(), path)
  for (const [name, below] of Object.entries(properties)) compare(t, `${path}.${name}`, below, memberOf(value, name))
}

/** All schemas of objects, references followed, by their path; objects of texts and numbers left out. */
function* objectsIn(path: string, given: Schema): Generator<[string, Schema]> {
  const referred = given.$ref?.split('/').at(-1)
  const at = referred === undefined ? given : (memberOf(definitions, referred) as Schema)
  if (at.items) yield* objectsIn(`${path}[]`, at.items)
  if (at.type !== 'object' || typeof at.additionalProperties === 'object') return
  yield [path, at]
  for (const [name, below] of Object.entries(at.properties ?? {})) yield* objectsIn(`${path}.${name}`, below)
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
