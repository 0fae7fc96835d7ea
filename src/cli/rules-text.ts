import { fieldOf } from '../bonding/layout.ts'
import { type JudgedExample, judgeExamples } from '../bonding/rules/judged-examples.ts'
import { type AnyRule, isFixed } from '../bonding/rules/rule.ts'
import { wrap, wrapBehind } from '../manifests/lint/report/wrap.ts'
import { chapters } from './rules-chapters.ts'

const width = 80

/** The catalogue, a rule a line where its summary is short enough. */
export function rulesText(rules: readonly AnyRule[]): string {
  const longest = Math.max(...rules.map(({ id }) => id.length))
  const lists = chapters(rules).map(({ title, rules: own }) => [title, ...own.flatMap(rule => listed(rule, longest))])
  const more = ['`bond-injector rules ID` explains one.']
  return [...lists, more].map(lines => `${lines.join('\n')}\n`).join('\n')
}

function listed({ id, severity, off, summary }: AnyRule, longest: number): readonly string[] {
  const level = off ? 'off' : severity
  const head = `  ${id.padEnd(longest)}  ${level.padEnd('warning'.length)}  `
  return wrapBehind(head, summary, width, ' '.repeat(head.length))
}

/** All that is known of a rule. */
export function ruleText(rule: AnyRule): string {
  const { id, severity, certainty, off, summary, why, sources } = rule
  const { bad, good } = judgeExamples(rule)
  const fixed = isFixed(rule) ? ', stays an error' : ''
  const asked = off ? `, off unless asked for with --rule ${id}=${severity}` : ''
  const parts = [
    [...wrap(`${id}: ${summary}`, width, '  '), ...wrap(`(${severity}, ${certainty}${fixed}${asked})`, width, '')],
    wrap(why, width, ''),
    ...bad.map(example => ['Not so:', ...shown(example), ...said(example)]),
    ...good.map(example => ['Right:', ...shown(example)]),
    sources.length === 0 ? [] : ['Sources:', ...sources.flatMap(source => wrap(`  ${source}`, width, '    '))],
  ]
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n')
}

function shown({ example }: JudgedExample): readonly string[] {
  const text = typeof example === 'string' ? example : JSON.stringify(example, undefined, 2)
  return text.split('\n').map(line => `    ${line}`)
}

function said({ findings }: JudgedExample): readonly string[] {
  return findings.flatMap(finding => [
    ...wrap(`  ${finding.severity}: ${fieldOf(finding)}: ${finding.message}`, width, '    '),
    ...wrap(`  fix: ${finding.fix.replace(/\.$/, '')}`, width, '    '),
  ])
}
