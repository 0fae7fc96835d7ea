import { quote } from './scene.ts'
import type { Recognise } from './scene.ts'

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/** Brackets too few or too many, and what is missing between two elements in brackets. */
export const brackets: Recognise = ({ source, failure }) => {
  const { kind, offset, message } = failure
  const char = source.text.charAt(offset)
  const rest = source.text.slice(offset)
  if (kind === 'unclosed-bracket') {
    return {
      cause: 'bracket',
      offset,
      message: `this ${char} is never closed`,
      fix: `Write ${closing[char] ?? ''} where it ends`,
    }
  }
  if (kind === 'UNEXPECTED_TOKEN' && /^[\]}]/.test(rest)) {
    return {
      cause: 'bracket',
      offset,
      message: `this ${char} closes nothing`,
      fix: 'Take it out, or write what it closes',
    }
  }
  if (kind === 'MISSING_CHAR' && message.includes('flow')) {
    return { cause: 'bracket', offset, message: `a comma is missing before ${quote(rest)}`, fix: 'Write a comma' }
  }
  if (kind === 'key-over-lines') {
    const found = `${quote(rest)} and its colon are not on one line`
    return {
      cause: 'bracket',
      offset,
      message: found,
      fix: 'Write them on one line, or the comma that is missing between',
    }
  }
  return undefined
}
