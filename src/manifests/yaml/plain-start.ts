import { isSpace } from './characters.ts'

// No `"` and `'` here: whoever asks takes them before.
const neverPlain = '-?:,[]{}#&*!|>%@`'

/** Can a text without quotes begin with `char`, in front of `next`? */
export function startsPlain(char: string, next: string, inFlow: boolean): boolean {
  if (char === '\t') return false
  if (!neverPlain.includes(char)) return true
  return !isSpace(next) && (char === '-' || (!inFlow && (char === '?' || char === ':')))
}
