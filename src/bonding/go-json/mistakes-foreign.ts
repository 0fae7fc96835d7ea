import { type Diagnosis, type Mistake, quoted, type Scene } from './scene.ts'

/** What does not belong into JSON at all: left over from documentation pages, templates, editors and other languages. */
export const foreignMistakes: readonly Mistake[] = [
  nothing,
  invisible,
  typographicQuote,
  comment,
  template,
  callout,
  calloutBefore,
  placeholder,
  backslash,
]

function nothing({ text }: Scene): Diagnosis | undefined {
  return text.trim() === '' ? { found: 'the text is empty', fix: 'Write a JSON object or list' } : undefined
}

/** A byte order mark, or a blank that is none for JSON (copied from a web page, mostly U+00A0). */
function invisible({ at, offset, rest }: Scene): Diagnosis | undefined {
  const character = /^[\p{Cc}\p{Cf}\p{Z}]/u.exec(rest)?.[0]
  if (at === 'token' || character === undefined) return undefined
  if (offset === 0 && character === '\ufeff') {
    return { found: 'a byte order mark (U+FEFF) at the start', fix: 'Save the text without byte order mark' }
  }
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return { found: `an invisible character (U+${code})`, fix: 'Replace it by an ordinary blank, or take it out' }
}

function typographicQuote({ at, rest }: Scene): Diagnosis | undefined {
  const quote = /^[“”„‟«»‘’‚‹›`´]/.exec(rest)?.[0]
  return at === 'token' || quote === undefined
    ? undefined
    : { found: `the typographic quote ${quote}`, fix: 'Write the straight quote "' }
}

function comment({ at, rest }: Scene): Diagnosis | undefined {
  const mark = /^(?:\/\/|\/\*|#|<!--)/.exec(rest)?.[0]
  return at === 'token' || mark === undefined
    ? undefined
    : { found: `a comment (${mark}); JSON has none`, fix: 'Take the comment out' }
}

const expression = /^(?:\{\{-?\s*[.$\w(].*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\$(?:\{[^}\n]*\}|\([^)\n]*\)|\w+)|<no value>)/m

/** `{{` is seen at its second brace: the first one looks like an object. */
function template({ at, text, offset, rest }: Scene): Diagnosis | undefined {
  const from = at === 'key' && text[offset - 1] === '{' ? offset - 1 : offset
  const unfilled = expression.exec(from < offset ? `{${rest}` : rest)?.[0]
  return at === 'token' || unfilled === undefined
    ? undefined
    : { offset: from, found: `the template ${quoted(unfilled)}, not filled in`, fix: 'Put the value in its place' }
}

const marked = /^(?:<\d{1,2}>|\(\d{1,2}\)|[\u2460-\u2473\u2776-\u2793])/
const bare = /^\d{1,2}(?=[\s,}\]"]|$)(?!\s*:)/

/** `"type": "bond", 1` or `"type": "bond" <1>`: the numbers by which a documentation page refers to lines of its examples. */
function callout(scene: Scene): Diagnosis | undefined {
  const number = marked.exec(scene.rest)?.[0] ?? (bareNumberIsForeign(scene) ? bare.exec(scene.rest)?.[0] : undefined)
  return scene.at === 'token' || number === undefined ? undefined : calloutFound(number)
}

/** Behind a list's number, `[1 2]`, or touching one, `1 2`, a number rather tells of a missing comma or point. */
function bareNumberIsForeign({ at, inside, previous, offset }: Scene): boolean {
  if (at === 'key') return true
  if ((at !== 'next' && at !== 'end') || previous === undefined) return false
  return previous.kind === 'number' ? inside?.kind === 'object' && previous.end < offset : true
}

/** `"links": [ 1` before the first element, or `"ipam": 1 {`: here the number itself was read as a value. */
function calloutBefore({ at, rest, inside, previous }: Scene): Diagnosis | undefined {
  if (at !== 'next' || previous?.kind !== 'number' || !/^\d{1,2}$/.test(previous.literal)) return undefined
  const alone = inside?.kind === 'object' || inside?.elements.length === 1
  const values = inside?.kind === 'object' ? /^[{[]/ : /^["{[]/
  return alone && values.test(rest) ? { offset: previous.start, ...calloutFound(previous.literal) } : undefined
}

function calloutFound(number: string): Diagnosis {
  return { found: `"${number}", a callout copied from documentation`, fix: 'Take out this and all other callouts' }
}

function placeholder({ at, rest }: Scene): Diagnosis | undefined {
  const name = /^(?:<[^<>\n]{1,60}>|\.{3}|…)/.exec(rest)?.[0]
  return at === 'token' || name === undefined
    ? undefined
    : { found: `the placeholder ${quoted(name)}`, fix: 'Put in its place what it stands for, or take it out' }
}

function backslash({ at, rest }: Scene): Diagnosis | undefined {
  return at === 'token' || !rest.startsWith('\\')
    ? undefined
    : { found: 'a backslash outside of a text', fix: 'Write it without: the text was escaped once too often' }
}
