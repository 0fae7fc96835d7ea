import type { Catalogue } from '../bonding/catalogue.ts'
import type { Pod } from '../bonding/pod.ts'
import type { AdmissionAnswer } from './answer.ts'
import { AskedCatalogue } from './asked-catalogue.ts'

/** Workloads that make pods at the same time; what is more than these is decided anew. */
const most = 200
/** In characters. Anybody may write annotations of 256 KiB, and must not fill the memory with them. */
const longest = 8_192

/**
 * Pods of one workload come in crowds and differ in nothing but their names. Planning and a hundred rules, between two
 * requests on a busy machine, take some 90 µs, more than TLS, HTTP and JSON of a small review together. So what was
 * decided for one pod goes for its likes, for as long as the catalogue says what it said then.
 */
export class RememberedAnswers {
  readonly #answers = new Map<string, { readonly answer: AdmissionAnswer; readonly asked: AskedCatalogue }>()

  /**
   * The answer about a pod: what is remembered, or what is decided now from its content and the catalogue alone.
   *
   * @param decide an answer that it has to wait for is not remembered
   */
  answer(
    pod: Pod,
    catalogue: Catalogue,
    decide: (asked: Catalogue) => AdmissionAnswer | Promise<AdmissionAnswer>,
  ): AdmissionAnswer | Promise<AdmissionAnswer> {
    const content = contentOf(pod)
    const known = this.#recall(content)
    if (known) return known
    const asked = new AskedCatalogue(catalogue)
    const answer = decide(asked)
    if (!(answer instanceof Promise)) this.#keep(content, answer, asked)
    return answer
  }

  #recall(content: string): AdmissionAnswer | undefined {
    const known = this.#answers.get(content)
    if (known?.asked.saysTheSame()) return known.answer
    this.#answers.delete(content)
    return undefined
  }

  #keep(content: string, answer: AdmissionAnswer, asked: AskedCatalogue): void {
    // A refusal tells the name of its pod, and deserves another look; what was left alone costs nothing.
    const { verdict } = answer.outcome
    if ((verdict !== 'injected' && verdict !== 'unchanged') || !asked.complete || content.length > longest) return
    const [oldest] = this.#answers.size < most ? [] : this.#answers.keys()
    if (oldest !== undefined) this.#answers.delete(oldest)
    this.#answers.set(content, { answer, asked })
  }
}

/** All that is read of a pod but its name, on which nothing depends that is not a refusal. */
function contentOf(pod: Pod): string {
  return JSON.stringify({ ...pod, reference: undefined })
}
