import { found } from './element.ts'
import { fragmentOf, type SharedTexts, textsOf } from './share-link.ts'
import type { Texts } from './texts.ts'

/**
 * Makes links that carry the texts, and reads them. Only when asked: addresses stand in histories, and some browsers
 * send those to other devices.
 */
export class LinkBox {
  readonly #notice = found('#notice', HTMLElement)
  readonly #box = found('#link', HTMLElement)
  readonly #address = found('#address', HTMLInputElement)

  async share(texts: Texts): Promise<void> {
    history.replaceState(null, '', await fragmentOf(texts))
    this.#address.value = location.href
    this.#box.hidden = false
    this.#address.focus()
    this.#address.select()
    const copied = await copy(location.href)
    this.#notice.textContent = `The link stands in the address bar${copied ? ', and is copied' : ' and below'}.`
  }

  /** @returns the texts of the link that led here; undefined where there is none, or none that can be read */
  async read(): Promise<Texts | undefined> {
    const shared = await textsOf(location.hash)
    this.#box.hidden = true
    this.#notice.textContent = noticeOf(shared)
    return shared.kind === 'texts' ? shared.texts : undefined
  }

  /** The texts are others now, and a reload or a copied address must not bring back what they were. */
  forget(): void {
    this.#box.hidden = true
    this.#notice.textContent = ''
    if (location.hash !== '') history.replaceState(null, '', location.href.replace(/#.*$/s, ''))
  }
}

function noticeOf(shared: SharedTexts): string {
  switch (shared.kind) {
    case 'none':
      return ''
    case 'texts':
      return 'These texts came with the link.'
    case 'broken':
      return shared.message
  }
}

/** Whether it worked: a browser may ask its user, or not do it at all. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
