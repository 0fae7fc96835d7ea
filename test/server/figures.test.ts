import { Registry } from 'prom-client'
import t from 'tap'
import { exposeFigures, type Figure } from '../../src/server/figures.ts'
import { readScrape } from './scraped.ts'

async function scrapeOf(...figures: readonly Figure[]) {
  const registry = new Registry()
  exposeFigures(registry, figures)
  return async () => readScrape(await registry.metrics())
}

t.test('a name that ends in _total is a counter, any other a gauge', async t => {
  const scrape = await scrapeOf({ name: 'a_total', help: 'a', read: () => 1 }, { name: 'b', help: 'b', read: () => 2 })
  t.same(
    [...(await scrape()).types],
    [
      ['a_total', 'counter'],
      ['b', 'gauge'],
    ],
  )
})

t.test('each scrape reads anew, and adds nothing to what it read before', async t => {
  let count = 0
  const scrape = await scrapeOf({ name: 'a_total', help: 'a', read: () => ++count })
  for (const expected of [1, 2, 3]) t.equal((await scrape()).series.get('a_total'), expected)
})

t.test('where there is no number there is no series, rather than a zero', async t => {
  let known: number | undefined
  const scrape = await scrapeOf({ name: 'age_seconds', help: 'a', read: () => known })
  t.notOk((await scrape()).series.has('age_seconds'))
  known = 0
  t.equal((await scrape()).series.get('age_seconds'), 0)
  known = undefined
  t.notOk((await scrape()).series.has('age_seconds'), 'and none is left from before')
})

t.test('a label tells several apart; those that are gone are gone', async t => {
  let conditions = new Map([
    ['certificate', 1],
    ['networks', 0],
  ])
  const scrape = await scrapeOf({ name: 'condition', help: 'c', label: 'condition', read: () => conditions })
  t.same(
    [...(await scrape()).series],
    [
      ['condition{condition="certificate"}', 1],
      ['condition{condition="networks"}', 0],
    ],
  )
  conditions = new Map([['certificate', 0]])
  t.same([...(await scrape()).series], [['condition{condition="certificate"}', 0]])
})
