import { quote } from './scene.ts'
import type { Recognise } from './scene.ts'

/** `&` and `*` at the beginning of a value, where no name follows: `*.log`, `&quot;`. */
export const badAnchor: Recognise = ({ source, failure: { kind, offset } }) => {
  if (kind !== 'anchor' && kind !== 'BAD_ALIAS') return undefined
  const found = quote(/^\S*/.exec(source.text.slice(offset, offset + 1000))?.[0] ?? '')
  const entity = /^&(?:\w+|#\d+);/.exec(source.text.slice(offset, offset + 20))?.[0]
  if (entity !== undefined) {
    return {
      cause: 'foreign-line',
      offset,
      message: `${quote(entity)} is a character as HTML writes it, not YAML`,
      fix: 'Write the character itself, here and in the other lines',
    }
  }
  return {
    cause: 'alias',
    offset,
    message: `${found} begins like the name of an anchor, which is of letters, digits, _ and - only`,
    fix: `Put the text in quotes, if it is to begin with ${source.text.charAt(offset)}`,
  }
}
