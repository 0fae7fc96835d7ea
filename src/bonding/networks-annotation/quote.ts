/** Enough to recognise it, short enough for a warning. */
const longestQuote = 60
const longestText = 120

/** A piece of the author's text for a message, in quotes. */
export function quote(text: string): string {
  return visible(JSON.stringify(cut(text, longestQuote)))
}

/** Text of another program, which may hold the author's, for a message: in one line and of bounded length. */
export function oneLine(text: string): string {
  return visible(cut(text, longestText))
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 3)}...` : text
}

/** Spells out what cannot be seen: control characters, and every blank but the space. */
function visible(text: string): string {
  return text.replaceAll(/(?! )[\p{C}\p{Z}]/gu, character =>
    Array.from({ length: character.length }, (_, unit) => escape(character.charCodeAt(unit))).join(''),
  )
}

function escape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
