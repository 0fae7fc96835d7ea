import { isMarker } from './characters.ts'

/**
 * Behind the quote that closes the one at `start`; undefined where the text or the document ends before. How far the
 * lines between are indented does not matter.
 */
export function quotedEnd(text: string, start: number, quote: string): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\n' && isMarker(text, at + 1)) return undefined
    if (char === '\\' && quote === '"') at += text[at + 1] === '\n' ? 0 : 1
    else if (char === quote) {
      if (quote !== "'" || text[at + 1] !== quote) return at + 1
      at += 1
    }
  }
  return undefined
}
