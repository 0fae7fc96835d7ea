import { resolvePlain } from '../yaml/resolve-scalar.ts'

/** Where a new scalar of YAML is going to stand. */
export interface ScalarSetting {
  /** In braces, where commas and brackets end a plain scalar. */
  readonly flow: boolean
  /** The quotes of the author's values beside it. */
  readonly quotes?: "'" | '"'
}

/** A text as a person would write it: plain where that is read as the text, else in the quotes that need least escaping. */
export function scalarText(text: string, { flow, quotes }: ScalarSetting): string {
  if (isPlain(text, flow)) return text
  const preferred = quotes ?? (text.includes('"') ? "'" : '"')
  return preferred === "'" && isSingleQuotable(text) ? singleQuoted(text) : doubleQuoted(text)
}

/** May the text stand without quotes and is the same text then, to a reader of YAML 1.1 as well? Careful, not complete. */
export function isPlain(text: string, flow: boolean): boolean {
  if (!/^[A-Za-z0-9_./][\w./@,+-]*$/.test(text) || (flow && text.includes(','))) return false
  return isText(text)
}

/** Is a plain scalar that reads as this a text, and no number, boolean or null? */
export function isText(text: string): boolean {
  const meaning = resolvePlain(text)
  return meaning.kind === 'value' && meaning.value === text
}

export function isSingleQuotable(text: string): boolean {
  return !/[\x00-\x1F\x7F-\x9F\uFEFF\uFFFE\uFFFF]/.test(text)
}

export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** JSON's notation, which YAML reads, without the characters that YAML wants escaped and JSON does not. */
export function doubleQuoted(text: string): string {
  const escape = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(text).replaceAll(/[\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g, escape)
}
