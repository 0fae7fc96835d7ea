/** What libyaml's reader (readerc.go) refuses wherever it stands. */
export const controlCharacter = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/

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

/** Where the line of an offset ends, in front of its break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}
