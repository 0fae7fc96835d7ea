import t from 'tap'
import { startWholeWebhook } from '../security/whole-webhook.ts'
import { tryTarget, usualSeed } from './fuzz-target.ts'
import { definitions } from './good-inputs.ts'
import { webhookTargets } from './webhook-targets.ts'

const webhook = await startWholeWebhook(t, definitions)

for (const target of webhookTargets(webhook)) {
  t.test(`whatever comes in, with seed ${usualSeed}: ${target.name}`, async t => {
    t.strictSame(await tryTarget(target, usualSeed, target.runs), { kind: 'held', runs: target.runs })
  })
}

t.test('none of that was a defect of ours', async t => {
  t.ok(webhook.log.length > 400, 'a line for each request')
  t.same(
    webhook.log.filter(line => line.includes('"level":50')),
    [],
  )
})
