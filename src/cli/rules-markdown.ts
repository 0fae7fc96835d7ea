import { causeMessage, fieldOf } from '../bonding/layout.ts'
import { type JudgedExample, judgeExamples } from '../bonding/rules/judged-examples.ts'
import { type AnyRule, isFixed } from '../bonding/rules/rule.ts'
import { chapters } from './rules-chapters.ts'

/** docs/rules.md: every rule with the real message of its examples, so that wording is reviewed in its diff. */
export function rulesMarkdown(rules: readonly AnyRule[]): string {
  const texts = chapters(rules).map(({ title, rules: own }) => `## ${title}\n\n${own.map(ruleMarkdown).join('\n')}`)
  return `${introduction}\n${texts.join('\n')}`
}

const introduction = `# Rules

Made by \`npm run docs\` from the rules themselves; the messages are what the program really says about each example.

A rule's severity can be set with \`--rule ID=off|warning|error\`, except where it says "fixed". An example is the config of
a network (or only the members that differ from a right one), or the networks annotation of a pod labelled
\`bond-injector.io/bond: bond-net1\` (or what else is different about it).
`

/** The section of one rule. */
export function ruleMarkdown(rule: AnyRule): string {
  const fixed = isFixed(rule) ? ', fixed' : ''
  const off = rule.off ? ', off by default' : ''
  const { bad, good } = judgeExamples(rule)
  const lines = [
    `### ${rule.id}`,
    '',
    `${capital(rule.summary)}. *${rule.severity}, ${rule.certainty}${fixed}${off}*`,
    '',
    rule.why,
    '',
    ...bad.flatMap(judged => ['Not so:', '', code(judged), '', ...messages(judged), '']),
    'Right:',
    '',
    ...good.flatMap(judged => [code(judged), '']),
  ]
  if (rule.sources.length > 0) lines.push(`Sources: ${rule.sources.join('; ')}.`, '')
  return lines.join('\n')
}

function messages({ findings }: JudgedExample): readonly string[] {
  return findings.map(finding => `> ${fieldOf(finding)}: ${causeMessage(finding)}`)
}

function code({ example }: JudgedExample): string {
  const text = typeof example === 'string' ? example : JSON.stringify(example, undefined, 2)
  return ['```', text, '```'].join('\n')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
