import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { complaintOf, noPromtool } from './promtool.ts'

interface Panel {
  readonly id: number
  readonly title: string
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly datasource: { readonly uid: string }
  readonly targets: readonly { readonly expr: string; readonly datasource: { readonly uid: string } }[]
}

const dashboard = JSON.parse(readFileSync('charts/bond-injector/dashboard.json', 'utf8')) as {
  readonly panels: readonly Panel[]
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] }
}
const { panels } = dashboard
const operations = readFileSync('docs/operations.md', 'utf8')
const queries = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })))

t.test('every panel looks at metrics that operations.md documents', async t => {
  for (const { title, expr } of queries) {
    const metrics = expr.match(/\b(bond_injector|process)_\w+/g) ?? []
    t.not(metrics.length, 0, title)
    for (const metric of metrics) t.match(operations, `\`${metric.replace(/_bucket$/, '')}\``, `${title}: ${metric}`)
    t.match(metrics.join(), 'bond_injector_', `${title}: no other program is drawn`)
  }
})

t.test('the data source is chosen by whoever looks, in every panel', async t => {
  t.match(dashboard.templating.list, [{ name: 'datasource', type: 'datasource' }])
  const sources = panels.flatMap(({ datasource, targets }) => [datasource, ...targets.map(one => one.datasource)])
  t.same(new Set(sources.map(({ uid }) => uid)), new Set(['${datasource}']))
})

t.test('no two panels have one number or one place', async t => {
  t.equal(new Set(panels.map(({ id }) => id)).size, panels.length)
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
  )
  t.equal(new Set(cells).size, cells.length)
  for (const { title, gridPos } of panels) t.ok(gridPos.x + gridPos.w <= 24, `${title} is within Grafana's 24 columns`)
})

t.test('promtool can read every query', { skip: noPromtool }, async t => {
  const rules = queries.map(({ expr }, number) => ({
    record: `query:${number}`,
    expr: expr.replaceAll('$__rate_interval', '5m'),
  }))
  const folder = t.testdir({ 'rules.json': JSON.stringify({ groups: [{ name: 'dashboard', rules }] }) })
  t.equal(complaintOf(['check', 'rules', join(folder, 'rules.json')]), '')
})
