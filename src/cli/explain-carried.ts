import type { Difference, Explanation } from '../bonding/explain/explanation.ts'
import { annotations } from '../bonding/keys.ts'
import { wrap } from '../manifests/lint/report/wrap.ts'
import { findingLines } from './explain-findings.ts'

const width = 80

/** What a pod has of ours, and where that is not what was worked out anew. Templates carry nothing, and nothing is said. */
export function carriedLines({ object, outcome, label, carried }: Explanation): readonly string[] {
  const { status, differences, findings } = carried
  if (status !== 'ours') return label !== null && object.kind === 'Pod' ? said(missing[status]) : []
  if (outcome === 'refused') {
    return [
      ...said(`${annotations.status} is there, so it was completed once; made anew now it would be refused.`),
      ...findingLines(findings),
    ]
  }
  const news = [...differences.flatMap(difference => said(differenceText(difference))), ...findingLines(findings)]
  return news.length > 0 ? news : said(`${annotations.status} is there, and says the same as what was worked out here.`)
}

const missing = {
  absent: `No ${annotations.status}: it has not been through the webhook, which completes a pod only when it is made.`,
  unreadable: `${annotations.status} is there, but is none of ours.`,
} as const

function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'bond':
      return `${difference.network}: the status annotation tells of ${onInterface(difference.carried)}; worked out anew it is ${onInterface(difference.recomputed)}.`
    case 'link':
      return `${difference.interface} of ${difference.bond}: the status annotation says ${difference.carried ?? 'nothing'}; worked out anew it is ${difference.recomputed ?? 'nothing'}.`
    case 'links-from':
      return `${difference.bond}: the same links, but now they come from ${sources[difference.recomputed]}, and then from ${sources[difference.carried]}.`
  }
}

const sources = {
  pod: 'the pod',
  author: "the pod's own list",
  network: 'the bond network',
  discovery: 'discovery',
} as const

function onInterface(name: string | null): string {
  return name ?? 'no bond'
}

function said(text: string): readonly string[] {
  return wrap(`   ${text}`, width, '   ')
}
