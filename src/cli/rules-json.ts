import { fieldOf } from '../bonding/layout.ts'
import { type JudgedExample, judgeExamples } from '../bonding/rules/judged-examples.ts'
import { type AnyRule, isFixed } from '../bonding/rules/rule.ts'

/** For programs. `version` changes when a field changes its meaning or goes; fields may be added. */
export function rulesJson(rules: readonly AnyRule[]): string {
  return `${JSON.stringify({ version: 1, rules: rules.map(entry) }, null, 2)}\n`
}

function entry(rule: AnyRule) {
  const { id, object, severity, certainty, summary, why, sources } = rule
  const { bad, good } = judgeExamples(rule)
  return {
    id,
    object,
    severity,
    certainty,
    fixed: isFixed(rule),
    offByDefault: rule.off === true,
    summary,
    why,
    sources,
    examples: { bad: bad.map(judged), good: good.map(({ example }) => ({ example })) },
  }
}

function judged({ example, findings }: JudgedExample) {
  return {
    example,
    findings: findings.map(finding => {
      const { rule, severity, message, fix } = finding
      return { rule, severity, field: fieldOf(finding), message, fix }
    }),
  }
}
