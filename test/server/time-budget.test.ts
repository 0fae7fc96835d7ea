import t from 'tap'
import { timeBudget } from '../../src/server/time-budget.ts'

const cases: readonly [name: string, query: unknown, milliseconds: number][] = [
  ['as the API server writes it', { timeout: '5s' }, 5_000],
  ['the longest that Kubernetes allows', { timeout: '30s' }, 30_000],
  ['none', {}, 10_000],
  ['no query', undefined, 10_000],
  ['another form', { timeout: '1m0s' }, 10_000],
  ['twice', { timeout: ['5s', '6s'] }, 10_000],
  ['nonsense', { timeout: 'soon' }, 10_000],
]
for (const [name, query, milliseconds] of cases) t.test(name, async t => t.equal(timeBudget(query), milliseconds))
