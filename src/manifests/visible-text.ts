// Blanks that are none to YAML, marks without width, and what turns a text around on a screen.
const invisible = /[\x00-\x1F\x7F-\xA0\xAD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF]/g

/** A text for a message: what cannot be seen is written as `\uXXXX`. */
export function visibleText(text: string): string {
  return text.replace(invisible, char => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
}
