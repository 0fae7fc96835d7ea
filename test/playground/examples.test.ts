import t from 'tap'
import { examples } from '../../docs/playground/examples.ts'
import { judgeTexts } from '../../docs/playground/judge-texts.ts'

/** What each example is there to show: the outcome, and the rules that speak, all of them. */
const shown: Readonly<Record<string, { readonly outcome: string; readonly rules: readonly string[] }>> = {
  'active-backup': { outcome: 'admitted', rules: [] },
  discovery: { outcome: 'admitted', rules: ['links-by-discovery'] },
  'own-list': { outcome: 'admitted', rules: [] },
  folded: { outcome: 'admitted', rules: ['links-by-discovery'] },
  'fail-over-mac': { outcome: 'refused', rules: ['fail-over-mac-required'] },
  miimon: { outcome: 'refused', rules: ['miimon-positive'] },
  json: { outcome: 'refused', rules: ['config-json'] },
  'label-misplaced': { outcome: 'untouched', rules: ['label-not-annotation'] },
  misspelled: { outcome: 'refused', rules: ['bond-network-exists'] },
  'one-port': { outcome: 'admitted', rules: ['links-on-one-port', 'links-by-discovery'] },
  yaml: { outcome: 'unread', rules: ['indentation'] },
}

t.test('every example is held to what it shows', async t => {
  t.same(
    examples.map(({ id }) => id),
    Object.keys(shown),
  )
})

for (const example of examples) {
  const { id, title } = example
  t.test(`${id}: ${title}`, async t => {
    const { outcome, findings, diff } = judgeTexts(example)
    const rules = findings.map(({ rule }) => rule)
    t.same({ outcome, rules }, shown[id])
    t.equal(diff.length > 0, outcome === 'admitted', 'it is completed if it is good')
    const good = outcome === 'admitted' && !rules.includes('links-on-one-port')
    t.equal(title.startsWith('Good: '), good)
    t.equal(title.startsWith('Bad: '), !good)
  })
}

t.test('lines fit into an editor of 80 columns, but for configs that the operator writes', async t => {
  const lines = examples.flatMap(({ networks, pod }) => `${networks}\n${pod}`.split('\n'))
  t.same(
    lines.filter(line => line.length > 80 && !/"type": "sriov"/.test(line)),
    [],
  )
})
