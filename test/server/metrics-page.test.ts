import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { Connections } from '../../src/server/connections.ts'
import type { MetricsSource } from '../../src/server/metrics-options.ts'
import { Metrics } from '../../src/server/metrics.ts'
import { readScrape } from './scraped.ts'

const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')

/** `| \`name\` | type | labels | what |` */
const documented = new Map(
  [...page.matchAll(/^\| `(\w+)` +\| (counter|gauge|histogram) +\| ([^|]*)\|/gm)].map(
    ([, name = '', type, labels = '']) => [
      name,
      { type, labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label).toSorted() },
    ],
  ),
)

async function metricsOf(t: Test, source: MetricsSource) {
  const authority = await makeAuthority(new Date())
  const served = new ServedPair(await authority.issue(['localhost'], new Date()))
  const readiness = () => [{ name: 'serving', ok: true, message: '' }]
  const metrics = new Metrics({ version: '1.2.3', served, connections: new Connections(), readiness, source })
  t.teardown(() => {
    metrics.stop()
  })
  return metrics
}

async function scrapeOf(t: Test, source: MetricsSource) {
  const metrics = await metricsOf(t, source)
  const { admissions } = metrics
  admissions.answered('/mutate/pods', false, { verdict: 'refused', bonds: [], rules: ['links-known'] }, 1)
  admissions.failed(404)
  return readScrape(await metrics.text())
}

const everything: MetricsSource = {
  networks: () => ({ known: 5, age: 1.5, lists: 2, watches: 40, lookUps: { found: 3, missing: 4, failed: 1 } }),
  authorityNotAfter: () => new Date('2036-01-01T00:00:00Z'),
}

t.test('every metric is documented with its type, and every documented one is there', async t => {
  const { types } = await scrapeOf(t, everything)
  const told = [...documented].map(([name, { type }]) => [name, type])
  t.ok(told.length > 20, 'the table of the page was found')
  t.same(told.toSorted(), [...types].toSorted())
})

t.test('every label is documented, and every documented one is there', async t => {
  const { series, types } = await scrapeOf(t, everything)
  for (const [name] of types) {
    const key = [...series.keys()].find(each => each.replace(/(_bucket|_sum|_count)?(\{.*)?$/, '') === name)
    const labels = [...(key ?? '').matchAll(/[{,](\w+)="/g)].map(([, label]) => label).filter(label => label !== 'le')
    t.ok(key, `${name} has a value`)
    t.same(labels.toSorted(), documented.get(name)?.labels, name)
  }
})

t.test('names and units as Prometheus wants them', async t => {
  const { types } = await scrapeOf(t, everything)
  for (const [name, type] of types) {
    t.match(name, /^(bond_injector|process|nodejs)_[a-z_]+$/)
    t.equal(name.endsWith('_total'), type === 'counter', `${name} is a ${type}`)
    t.notMatch(name, /_(ms|milliseconds|kb|mb)(_|$)/)
  }
})

t.test('what others count, as they count it', async t => {
  const { series } = await scrapeOf(t, everything)
  const expected: readonly [string, number][] = [
    ['bond_injector_networks', 5],
    ['bond_injector_networks_age_seconds', 1.5],
    ['bond_injector_networks_lists_total', 2],
    ['bond_injector_networks_watches_total', 40],
    ['bond_injector_networks_look_ups_total{result="found"}', 3],
    ['bond_injector_networks_look_ups_total{result="missing"}', 4],
    ['bond_injector_networks_look_ups_total{result="failed"}', 1],
    ['bond_injector_certificate_not_after_timestamp_seconds{certificate="authority"}', 2_082_758_400],
    ['bond_injector_condition{condition="serving"}', 1],
    ['bond_injector_build_info{version="1.2.3"}', 1],
  ]
  for (const [key, value] of expected) t.equal(series.get(key), value, key)
})

t.test('networks of files: nothing is told of a cluster', async t => {
  const { types, series } = await scrapeOf(t, {})
  t.notOk([...types.keys()].some(name => name.includes('networks')))
  t.notOk(series.has('bond_injector_certificate_not_after_timestamp_seconds{certificate="authority"}'))
})

t.test('what the process uses', async t => {
  const { series } = await scrapeOf(t, {})
  const now = Date.now() / 1000
  const between: readonly [string, number, number][] = [
    ['process_resident_memory_bytes', 1e7, 1e10],
    ['nodejs_heap_size_used_bytes', 1e6, 1e10],
    ['process_cpu_seconds_total', 0.01, 1000],
    ['process_start_time_seconds', now - 3600, now],
    ['process_open_fds', 3, 1e5],
  ]
  for (const [name, least, most] of between) {
    const value = series.get(name) ?? NaN
    t.ok(value >= least && value <= most, `${name}: ${value}`)
  }
})

t.test('a process that is not busy says only that it answers', async t => {
  t.equal((await metricsOf(t, {})).load, 'admissions are answered')
})
