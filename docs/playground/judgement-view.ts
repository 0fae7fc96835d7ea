import type { LintFinding } from '../../src/manifests/lint/lint-finding.ts'
import { found } from './element.ts'
import { findingList } from './finding-list.ts'
import type { Judgement } from './judge-texts.ts'
import { answerList, diffView } from './result-view.ts'

/** Everything below the editors. */
export class JudgementView {
  readonly #verdict = found('#verdict', HTMLElement)
  readonly #findings = found('#findings', HTMLElement)
  readonly #results = found('#results', HTMLElement)
  readonly #stale = found('#stale', HTMLElement)
  readonly #answers = found('#answers', HTMLElement)
  readonly #changes = found('#changes', HTMLElement)

  /** For texts that have nothing to do with those before them. */
  clear(): void {
    this.#answers.replaceChildren()
    this.#changes.replaceChildren()
  }

  /** @param goTo moves the caret to a finding */
  show(judgement: Judgement, goTo: (finding: LintFinding) => void): void {
    const { outcome, headline, findings, remarks, answers, diff } = judgement
    this.#verdict.className = outcome
    // What is set is read out, also where it is the same as before.
    if (this.#verdict.textContent !== headline) this.#verdict.textContent = headline
    this.#findings.replaceChildren(...findingList(findings, remarks, goTo))
    // While somebody types, texts become unreadable again and again, and all that is below would jump.
    const unread = outcome === 'unread'
    this.#stale.hidden = !unread || this.#answers.childElementCount === 0
    this.#results.classList.toggle('of-before', unread)
    if (unread) return
    this.#answers.replaceChildren(...answerList(answers))
    this.#changes.replaceChildren(...diffView(diff))
  }
}
