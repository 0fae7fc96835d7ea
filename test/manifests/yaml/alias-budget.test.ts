import t from 'tap'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { AliasBudget } from '../../../src/manifests/yaml/alias-budget.ts'

t.test('what the decoder of kubectl calls excessive', async t => {
  const cases = [
    { name: 'few aliases, whatever they are', nodes: 1, alias: 100, exhausted: false },
    { name: 'a small document', nodes: 1, alias: 999, exhausted: false },
    { name: 'more than 99 of 100 nodes', nodes: 9, alias: 1000, exhausted: true },
    { name: 'fewer than 99 of 100 nodes', nodes: 11, alias: 1000, exhausted: false },
    { name: 'a large document may have fewer', nodes: 2_000_000, alias: 2_000_000, exhausted: true },
    { name: 'a very large one only one in ten', nodes: 9_000_000, alias: 500_000, exhausted: false },
  ]
  for (const { name, nodes, alias, exhausted } of cases) {
    const budget = new AliasBudget()
    for (let count = 0; count < nodes; count += 1) budget.node()
    budget.alias(alias)
    t.equal(budget.exhausted, exhausted, name)
  }
})

t.test('a document that multiplies itself is refused, in no time', async t => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const inner =
      level === 0
        ? '["lol"]'
        : `[${Array(9)
            .fill(`*l${level - 1}`)
            .join(', ')}]`
    return `l${level}: &l${level} ${inner}\n`
  })
  const { objects, problems } = readDocuments(`apiVersion: v1\nkind: Bomb\n${levels.join('')}`, 'bomb.yaml')
  t.strictSame(objects, [])
  t.match(problems, [{ cause: 'alias', severity: 'error', message: /comes out of its aliases/ }])
  t.equal(problems.length, 1)
})

t.test('ordinary sharing is not', async t => {
  const uses = Array.from({ length: 500 }, (_, index) => `k${index}: *common\n`).join('')
  const { objects } = readDocuments(`apiVersion: v1\nkind: Thing\ncommon: &common {a: 1, b: [2, 3]}\n${uses}`, 'a.yaml')
  t.equal(objects.length, 1)
})
