import t from 'tap'
import type { Finding } from '../../../src/bonding/finding.ts'
import { rules } from '../../../src/bonding/rules/catalogue.ts'
import { judgeExamples } from '../../../src/bonding/rules/judged-examples.ts'

const idsOf = (findings: readonly Finding[]) => [...new Set(findings.map(finding => finding.rule))]

for (const rule of rules) {
  t.test(`${rule.object}: ${rule.id}`, async t => {
    const { bad, good } = judgeExamples(rule)
    t.ok(bad.length > 0 && good.length > 0, 'has examples of both kinds')
    for (const { example, findings } of bad) t.strictSame(idsOf(findings), [rule.id], JSON.stringify(example))
    for (const { example, findings } of good) t.strictSame(idsOf(findings), [], JSON.stringify(example))
  })
}
