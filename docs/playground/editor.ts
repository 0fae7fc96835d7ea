import type { LintFinding } from '../../src/manifests/lint/lint-finding.ts'
import { SourceText } from '../../src/manifests/source-text.ts'
import { element, found } from './element.ts'
import { markedLines, rangeOf, segmentsOf } from './marks.ts'
import type { Pane } from './texts.ts'

/** One of the two texts: a plain textarea, with line numbers beside it and marks under it. */
export class Editor {
  readonly #area: HTMLTextAreaElement
  readonly #numbers: HTMLElement
  readonly #marks: HTMLElement

  constructor(pane: Pane) {
    this.#area = found(`#${pane}`, HTMLTextAreaElement)
    const frame = found(`.frame:has(#${pane})`, HTMLElement)
    this.#numbers = found('.gutter pre', HTMLElement, frame)
    this.#marks = found('.marks', HTMLElement, frame)
    this.#area.addEventListener('scroll', () => {
      const { scrollLeft, scrollTop } = this.#area
      this.#marks.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`
      this.#numbers.style.transform = `translateY(${-scrollTop}px)`
    })
  }

  /** Calls back when the author types, not when a text is set. */
  onInput(listener: () => void): void {
    this.#area.addEventListener('input', listener)
  }

  focus(): void {
    this.#area.focus()
  }

  get text(): string {
    return this.#area.value
  }

  set text(text: string) {
    this.#area.value = text
    this.#area.setSelectionRange(0, 0)
    this.#area.scrollTo(0, 0)
  }

  /** Shows where the findings of this text stand. */
  mark(findings: readonly LintFinding[]): void {
    const { text } = this
    const segments = segmentsOf(text, findings).map(segment =>
      segment.severity ? element('mark', segment.severity, segment.text) : segment.text,
    )
    // A line break at the end of a pre makes no line of its own.
    this.#marks.replaceChildren(...segments, ' ')
    const marks = markedLines(findings)
    const numbers = text.split('\n').flatMap((_, index) => {
      const number = String(index + 1)
      const severity = marks.get(index + 1)
      return [severity ? element('span', severity, number) : number, '\n']
    })
    this.#numbers.replaceChildren(...numbers)
  }

  /** Puts the caret to a finding and brings it into view. */
  goTo(finding: LintFinding): void {
    const range = rangeOf(new SourceText('', this.text), finding)
    this.#area.focus({ preventScroll: true })
    this.#area.scrollIntoView({ block: 'nearest' })
    if (!range) return
    this.#area.setSelectionRange(range.start, range.end)
    const lineHeight = parseFloat(getComputedStyle(this.#area).lineHeight)
    const column = this.#columnOf(range.start)
    const left = column < this.#area.clientWidth * 0.8 ? 0 : column - this.#area.clientWidth / 3
    this.#area.scrollTo(left, (finding.line - linesAbove) * lineHeight)
  }

  /** Pixels from the left edge of the text to an offset. A textarea does not say, but the marks lie as its text does. */
  #columnOf(offset: number): number {
    const range = document.createRange()
    let rest = offset
    const holder = [...this.#marks.childNodes].find(node => {
      const length = node.textContent?.length ?? 0
      if (rest <= length) return true
      rest -= length
      return false
    })
    const text = holder?.firstChild ?? holder
    if (!text) return 0
    range.setStart(text, rest)
    return range.getBoundingClientRect().left - this.#marks.getBoundingClientRect().left
  }
}

/** What a place that was gone to has above it, so that it is seen where it belongs. */
const linesAbove = 5
