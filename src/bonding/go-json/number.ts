import type { JsonNumber } from '../go-json.ts'
import { fault, type Fault } from './fault.ts'

/** The number that begins at `start` with a digit or a minus. What follows the longest number is the caller's business. */
export function readNumber(text: string, start: number): JsonNumber | Fault {
  let index = start
  if (text[index] === '-') index++
  if (!isDigit(text, index)) return fault('in numeric literal', index, start)
  index = text[index] === '0' ? index + 1 : skipDigits(text, index)
  if (text[index] === '.') {
    if (!isDigit(text, index + 1)) return fault('after decimal point in numeric literal', index + 1, start)
    index = skipDigits(text, index + 1)
  }
  if (text[index] === 'e' || text[index] === 'E') {
    index++
    if (text[index] === '+' || text[index] === '-') index++
    if (!isDigit(text, index)) return fault('in exponent of numeric literal', index, start)
    index = skipDigits(text, index)
  }
  return { kind: 'number', start, end: index, literal: text.slice(start, index) }
}

function skipDigits(text: string, from: number): number {
  let index = from
  while (isDigit(text, index)) index++
  return index
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0x30 && unit <= 0x39
}
