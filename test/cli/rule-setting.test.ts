import t from 'tap'
import { rules } from '../../src/bonding/rules/catalogue.ts'
import { isFixed } from '../../src/bonding/rules/rule.ts'
import { ruleSetting } from '../../src/cli/rule-setting.ts'

t.test('every rule takes every severity, but for those without whose truth nothing goes', async t => {
  for (const rule of rules) {
    const { id } = rule
    for (const severity of ['off', 'warning', 'error'] as const) {
      const fixed = isFixed(rule) && severity !== 'error'
      t.equal(ruleSetting(`${id}=${severity}`).kind, fixed ? 'wrong' : 'value', `${id}=${severity}`)
    }
  }
})

t.test('a rule that cannot be switched off says why', async t => {
  const fixed = rules.find(({ certainty }) => certainty === 'refused-at-load')
  t.ok(fixed, 'there is one')
  t.match(ruleSetting(`${fixed?.id ?? ''}=off`), { problem: /stays an error: Multus or the plugin itself refuses/ })
  t.match(ruleSetting('bond-to-choose=off'), { problem: /stays an error: without it there is nothing to inject/ })
})

for (const given of [
  '',
  '=',
  'links-by-discovery',
  'links-by-discovery=',
  'links-by-discovery=OFF',
  'links-by-discovery=off=off',
]) {
  t.test(`not a setting: ${JSON.stringify(given)}`, async t => {
    t.same(ruleSetting(given), { kind: 'wrong', problem: `expected ID=off, ID=warning or ID=error, found "${given}"` })
  })
}

t.test('a name of every object is no rule', async t => {
  t.same(ruleSetting('constructor=off'), { kind: 'wrong', problem: 'there is no rule "constructor"' })
})
