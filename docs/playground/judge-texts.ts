import { gatherContent } from '../../src/manifests/content/gather-content.ts'
import type { LintFinding } from '../../src/manifests/lint/lint-finding.ts'
import { type Lint, lintManifests } from '../../src/manifests/lint/lint-manifests.ts'
import type { Answer } from './answer.ts'
import { answersOf } from './ask-webhook.ts'
import { changesTo } from './changes.ts'
import { headlineOf } from './headline.ts'
import { judges, namespace } from './judges.ts'
import { panes, type Texts } from './texts.ts'

/** All that the page shows of what is in the editors. */
export interface Judgement {
  /**
   * - `nothing`: neither a pod, nor a network that is refused by itself
   * - `untouched`: pods, and none of them is the webhook's business
   * - `unread`: kubectl could not apply the texts. Nothing else is told then: all of it would follow from that
   */
  readonly outcome: 'nothing' | 'unread' | 'refused' | 'untouched' | 'admitted'
  /** One sentence, which is also read out. */
  readonly headline: string
  readonly answers: readonly Answer[]
  /** The lines of a unified diff of all that is completed. */
  readonly diff: readonly string[]
  /** In the order of the texts. */
  readonly findings: readonly LintFinding[]
  /** What is to be known besides, a sentence each. */
  readonly remarks: readonly string[]
}

/** Judges as the webhook, `inject` and `lint` do, with their own code. */
export function judgeTexts(texts: Texts): Judgement {
  const manifests = { files: panes.map(({ pane, file }) => ({ file, text: texts[pane] })), problems: [] }
  const lint = lintManifests(manifests, { ...judges, minCertainty: 'advice' })
  if (lint.outcome === 'unreadable') return unread(lint)
  const content = gatherContent(manifests, namespace)
  const answers = answersOf(content)
  const { diff, remarks } = changesTo(content)
  return {
    outcome: outcomeOf(answers),
    headline: headlineOf(answers, lint.findings),
    answers,
    diff,
    findings: lint.findings,
    remarks: [...remarks, ...remarksOn(lint)],
  }
}

function unread({ findings }: Lint): Judgement {
  const causes = findings.filter(({ certainty, severity }) => certainty === null && severity === 'error')
  const places = [...new Set(causes.map(({ file, line }) => `${file} line ${line}`))].slice(0, 3)
  const headline = `Not judged, since kubectl could not apply it: see ${places.join(', ')}.`
  return { outcome: 'unread', headline, answers: [], diff: [], findings: causes, remarks: [] }
}

function outcomeOf(answers: readonly Answer[]): Judgement['outcome'] {
  if (answers.length === 0) return 'nothing'
  if (answers.every(({ outcome }) => outcome === 'untouched')) return 'untouched'
  return answers.some(({ outcome }) => outcome === 'refused') ? 'refused' : 'admitted'
}

function remarksOn({ hints, ignored, unchecked }: Lint): readonly string[] {
  const setAside = ignored.map(
    ({ file, line, column, rule, reason }) => `${file}:${line}:${column} sets ${rule} aside: ${reason}`,
  )
  const policies = `${unchecked} rules were not asked: paste the SriovNetworkNodePolicies of the links as well, on either side.`
  return [...hints.map(hint => hintTexts[hint]), ...setAside, ...(unchecked === 0 ? [] : [policies])]
}

const hintTexts: Readonly<Record<Lint['hints'][number], string>> = {
  'no-networks': 'There is no network yet: paste the network attachment definitions on the left.',
  'networks-unread': 'What is missing may stand in what could not be read.',
  'nothing-to-judge': 'There is no network and no pod yet: paste some, or take an example.',
}
