import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chart } from './helm.ts'

/** The metrics that the chart's alerts and its dashboard look at, by the names that stand in what is scraped. */
export function chartMetrics(): readonly string[] {
  const texts = ['alerts.yaml', 'dashboard.json'].map(file => readFileSync(join(chart, file), 'utf8'))
  return [...new Set(texts.join('\n').match(/\b(bond_injector|process)_\w+/g))]
}
