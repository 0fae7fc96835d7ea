import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { complaintOf, noPromtool } from './promtool.ts'

interface Alert {
  readonly alert: string
  readonly expr: string
  readonly labels: { readonly severity: string }
  readonly annotations: { readonly summary: string; readonly description: string }
}

const file = 'charts/bond-injector/alerts.yaml'
const { groups } = parse(readFileSync(file, 'utf8')) as { groups: readonly { rules: readonly Alert[] }[] }
const alerts = groups.flatMap(({ rules }) => rules)
const operations = readFileSync('docs/operations.md', 'utf8')
const chaptersPage = readFileSync('docs/alerts.md', 'utf8')

t.test('every alert looks at metrics that operations.md documents', async t => {
  for (const { alert, expr } of alerts) {
    const metrics = expr.match(/\bbond_injector_\w+/g) ?? []
    t.not(metrics.length, 0, `${alert}: a metric of ours, so that no job needs to be named`)
    for (const metric of metrics) t.match(operations, `\`${metric.replace(/_bucket$/, '')}\``, `${alert}: ${metric}`)
  }
})

t.test('every alert has a chapter that says what to do, and no chapter lacks its alert', async t => {
  const chapters = [...chaptersPage.matchAll(/^### (BondInjector\w+)$/gm)].map(([, name]) => name)
  t.same(
    chapters,
    alerts.map(({ alert }) => alert),
  )
})

t.test('every alert says how urgent it is and what it means', async t => {
  for (const { alert, labels, annotations } of alerts) {
    t.ok(['critical', 'warning'].includes(labels.severity), alert)
    t.match(annotations, { summary: /\S/, description: /\S/ }, alert)
  }
})

t.test('promtool finds nothing wrong, and each alert fires when it should', { skip: noPromtool }, async t => {
  t.equal(complaintOf(['check', 'rules', '--lint-fatal', file]), '')
  t.equal(complaintOf(['test', 'rules', 'test/chart/alerts.promtool.yaml']), '')
})
