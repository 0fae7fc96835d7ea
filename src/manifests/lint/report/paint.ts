/** What a terminal makes of a text. */
export interface Paint {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
}

/** ECMA-48 select graphic rendition. */
export const paint: Paint = {
  error: text => `\u001b[1;31m${text}\u001b[0m`,
  warning: text => `\u001b[1;33m${text}\u001b[0m`,
  bold: text => `\u001b[1m${text}\u001b[0m`,
  dim: text => `\u001b[2m${text}\u001b[0m`,
}

const same = (text: string): string => text

export const plain: Paint = { error: same, warning: same, bold: same, dim: same }
