import { Editor } from './editor.ts'
import { found } from './element.ts'
import { type Judgement, judgeTexts } from './judge-texts.ts'
import { JudgementView } from './judgement-view.ts'
import { paneOf, type Texts } from './texts.ts'

/** The two editors and what is said about their texts. */
export class Workbench {
  readonly #editors = { networks: new Editor('networks'), pod: new Editor('pod') }
  readonly #view = new JudgementView()
  readonly #undo = found('#undo', HTMLButtonElement)
  /** The author's own texts that something loaded took the place of. */
  #replaced: Texts | undefined
  #typed = false
  #timer = 0
  #milliseconds = 0

  /** @param onChange hears whenever the texts become others */
  constructor(onChange: () => void) {
    for (const editor of Object.values(this.#editors)) {
      editor.onInput(() => {
        this.#typed = true
        onChange()
        this.#judgeSoon()
      })
    }
    this.#undo.addEventListener('click', () => {
      if (!this.#replaced) return
      onChange()
      this.load(this.#replaced)
      this.#replaced = undefined
      this.#undo.hidden = true
      this.#typed = true
      this.#editors.networks.focus()
    })
  }

  get texts(): Texts {
    return { networks: this.#editors.networks.text, pod: this.#editors.pod.text }
  }

  /** Puts other texts in place; what the author typed can be brought back. */
  load({ networks, pod }: Texts): void {
    if (this.#typed) this.#replaced = this.texts
    this.#typed = false
    this.#undo.hidden = this.#replaced === undefined
    this.#editors.networks.text = networks
    this.#editors.pod.text = pod
    this.#view.clear()
    this.#judge()
  }

  /** Large texts take longer, and typing must not wait for them. */
  #judgeSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(
      () => {
        this.#judge()
      },
      Math.max(shortestPause, 3 * this.#milliseconds),
    )
  }

  #judge(): void {
    clearTimeout(this.#timer)
    const start = performance.now()
    const judgement = judged(this.texts)
    this.#milliseconds = performance.now() - start
    const { networks, pod } = this.#editors
    networks.mark(judgement.findings.filter(({ file }) => paneOf(file) === 'networks'))
    pod.mark(judgement.findings.filter(({ file }) => paneOf(file) === 'pod'))
    this.#view.show(judgement, finding => {
      const pane = paneOf(finding.file)
      if (pane) this.#editors[pane].goTo(finding)
    })
  }
}

const shortestPause = 150

/** A defect of ours must not look like the verdict on the texts before. */
function judged(texts: Texts): Judgement {
  try {
    return judgeTexts(texts)
  } catch (error) {
    const headline = `Not judged: the playground itself has failed on this, which is a defect of it (${String(error)}).`
    return { outcome: 'unread', headline, answers: [], diff: [], findings: [], remarks: [] }
  }
}
