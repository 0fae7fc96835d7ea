import t from 'tap'
import type { Answer } from '../../docs/playground/answer.ts'
import { headlineOf } from '../../docs/playground/headline.ts'

const answer = (outcome: Answer['outcome'], verdict: string): Answer => {
  return { outcome, verdict, about: 'pods', subject: 'Pod demo/web', text: '' }
}
const network = { ...answer('refused', 'refused'), about: 'network' } as const
const completed = answer('completed', 'admitted and completed')
const refused = answer('refused', 'refused')
const [error, warning] = [{ severity: 'error' }, { severity: 'warning' }] as const

const cases = [
  { answers: [], findings: [], headline: 'No pod to judge yet; no errors, no warnings.' },
  { answers: [], findings: [error], headline: 'No pod to judge yet; 1 error, no warnings.' },
  { answers: [completed], findings: [], headline: 'Pod demo/web: admitted and completed; no errors, no warnings.' },
  { answers: [refused], findings: [error, error, warning], headline: 'Pod demo/web: refused; 2 errors, 1 warning.' },
  {
    answers: [completed, completed],
    findings: [warning, warning],
    headline: 'All 2 admitted; no errors, 2 warnings.',
  },
  { answers: [network], findings: [error], headline: 'No pod to judge yet; 1 network refused; 1 error, no warnings.' },
  {
    answers: [completed, network, network],
    findings: [error],
    headline: 'Pod demo/web: admitted and completed; 2 networks refused; 1 error, no warnings.',
  },
  { answers: [completed, refused], findings: [error], headline: '1 of 2 refused; 1 error, no warnings.' },
]
for (const { answers, findings, headline } of cases) {
  t.test(headline, async t => t.equal(headlineOf(answers, findings), headline))
}
