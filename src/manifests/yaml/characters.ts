/** `---` or `...` at the beginning of a line. */
export function isMarker(text: string, lineStart: number): boolean {
  const word = text.slice(lineStart, lineStart + 3)
  return (word === '---' || word === '...') && isSpace(text.charAt(lineStart + 3))
}

export function isSpace(char: string): boolean {
  return char === '' || char === ' ' || char === '\n' || char === '\t'
}

export function isBreak(char: string): boolean {
  return char === '' || char === '\n'
}

/** How many blanks a line begins with; no more than `limit`, if that is not 0. */
export function indentation(text: string, lineStart: number, limit: number): number {
  let at = lineStart
  while (text[at] === ' ' && (limit === 0 || at - lineStart < limit)) at += 1
  return at - lineStart
}
