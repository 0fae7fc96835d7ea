import type { ExplainedFinding, IgnoredExplained } from '../bonding/explain/explanation.ts'
import { wrap } from '../manifests/lint/report/wrap.ts'
import { visibleText } from '../manifests/visible-text.ts'

const width = 80

/** Annotations are quoted, and can be long. */
const longestText = 600

/** What each rule says, with its reason, once, and what to do. */
export function findingLines(findings: readonly ExplainedFinding[]): readonly string[] {
  const news = (index: number) => findings.findIndex(({ rule }) => rule === findings[index]?.rule) === index
  return findings.flatMap(({ rule, severity, certainty, field, message, why, fix }, index) => [
    ...part(`   ${severity}: ${field}: ${shown(message)}`),
    ...(news(index) ? part(`     why: ${why}`) : []),
    ...part(`     fix: ${shown(fix)}`),
    ...part(`     rule: ${rule} (${certainty})`),
  ])
}

/** What somebody knows and wants to hear no more of. */
export function ignoredLines(ignored: readonly IgnoredExplained[]): readonly string[] {
  return ignored.flatMap(({ rule, field, reason }) => part(`   ignored: ${field}: ${rule}: ${shown(reason)}`))
}

function part(text: string): readonly string[] {
  return wrap(text, width, '       ')
}

function shown(text: string): string {
  const visible = visibleText(text.slice(0, longestText + 1)).replace(/\.$/, '')
  return visible.length <= longestText ? visible : `${visible.slice(0, longestText).toWellFormed()}...`
}
