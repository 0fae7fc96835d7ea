import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { inCallOrder } from '../../src/cluster/webhook-order/call-order.ts'
import { judgeOrder } from '../../src/cluster/webhook-order/judge-order.ts'
import { given } from './check-evidence.ts'

// docs/other-webhooks.md shows what the program says. It says it.

const docs = join(import.meta.dirname, '..', '..', 'docs')
const page = readFileSync(join(docs, 'other-webhooks.md'), 'utf8')
const rules = readFileSync(join(docs, 'rules.md'), 'utf8')

t.test('the messages of /validate/pods are those of the rules', async t => {
  const quoted = [...page.matchAll(/^> (.*)$/gm)].map(([line]) => line)
  t.ok(quoted.length >= 5)
  for (const line of quoted) t.ok(rules.includes(`\n${line}\n`), line)
})

t.test('the lines of check are those of the program', async t => {
  const { call } = given
  const shown = [...page.matchAll(/^ {4}(ok|MAYBE) +order: (.*)$/gm)].map(([, , text]) => text)
  const calls = inCallOrder([
    call('bond-injector'),
    call('kubemacpool-mutator', { name: 'mutatepods.kubemacpool.io' }),
    call('network-resources-injector-mutating-config'),
  ])
  const verdict = judgeOrder(calls, { configurations: ['bond-injector'], devices: 'add' })
  const remarks = verdict.kind === 'judged' ? verdict.remarks : []
  t.same(
    shown,
    remarks.map(remark => (remark.kind === 'fine' ? remark.fact : `${remark.problem}. ${remark.fix}`)),
  )
})

for (const name of ['network-resources-injector', 'kubemacpool', 'Istio', 'Linkerd', 'Kyverno', 'Gatekeeper', 'Pepr']) {
  t.test(`${name} has its row`, async t => t.match(page, new RegExp(`^\\| ${name}: \``, 'm')))
}
