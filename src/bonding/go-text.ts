import type { Span } from './go-json.ts'

/** Text without the blanks around it, as Go's strings.TrimSpace leaves it. */
export function goTrimSpace(text: string): string {
  const { start, end } = goTrimSpan(text, 0, text.length)
  return text.slice(start, end)
}

/** The part of `start..end` that strings.TrimSpace leaves; empty, at `end`, where all of it is blank. */
export function goTrimSpan(text: string, start: number, end: number): Span {
  let first = start
  let last = end
  while (first < last && isBlank(text.charCodeAt(first))) first++
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--
  return { start: first, end: last }
}

/** Bytes of the text in UTF-8, which is what Go's len counts. A lone surrogate counts as U+FFFD, three bytes. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (isPair(unit, text.charCodeAt(index + 1))) {
      bytes += 4
      index++
    } else bytes += 3
  }
  return bytes
}

/**
 * unicode.IsSpace. It differs from String.prototype.trim: U+0085 is a blank for Go only, U+FEFF for JavaScript only.
 * All blanks are in the Basic Multilingual Plane, so one code unit decides.
 */
function isBlank(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
  if (unit < 0x2000) return unit === 0x85 || unit === 0xa0 || unit === 0x1680
  return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000
}

function isPair(high: number, low: number): boolean {
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}
