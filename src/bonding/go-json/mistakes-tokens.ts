import { type Diagnosis, type Mistake, quoted, reach, type Scene, shortened } from './scene.ts'

/** Texts, numbers and words that are written as other languages write them. */
export const tokenMistakes: readonly Mistake[] = [
  lineBreakInText,
  controlInText,
  unclosedText,
  unknownEscape,
  singleQuotes,
  quoteInText,
  yaml,
  gluedWord,
  oddNumber,
  word,
  unquotedKey,
]

function lineBreakInText({ context, text, start, offset }: Scene): Diagnosis | undefined {
  if (context !== 'in string literal' || !/[\n\r]/.test(text.charAt(offset))) return undefined
  const found = `the text ${quoted(text.slice(start + 1, offset))} is not closed on its line`
  return { offset: start, found, fix: 'Close it with a quote, or write \\n for a line break in it' }
}

function controlInText({ context, text, offset }: Scene): Diagnosis | undefined {
  if (context !== 'in string literal' || offset >= text.length) return undefined
  if (text.charAt(offset) === '\t') return { offset, found: 'a tab inside a text', fix: 'Write \\t, or a blank' }
  const code = text.charCodeAt(offset).toString(16).padStart(4, '0')
  return {
    offset,
    found: `the control character U+${code.toUpperCase()} inside a text`,
    fix: `Write \\u${code}, or take it out`,
  }
}

function unclosedText({ context, text, start, offset }: Scene): Diagnosis | undefined {
  if (!/^in (string|\\u)/.test(context) || offset < text.length) return undefined
  return {
    offset: start,
    found: `the text ${quoted(text.slice(start + 1))} is never closed`,
    fix: 'Close it with a quote',
  }
}

function unknownEscape({ context, text, offset }: Scene): Diagnosis | undefined {
  if (context === 'in \\u hexadecimal character escape') {
    const fix = 'Write all four, or \\\\u for a backslash and a u'
    return { offset: text.lastIndexOf('\\', offset), found: '\\u without four hexadecimal digits behind it', fix }
  }
  if (context !== 'in string escape code') return undefined
  const letter = /^./su.exec(text.slice(offset, offset + 2))?.[0] ?? ''
  const fix = letter === "'" ? "Write ' without backslash" : `Write \\\\${letter} for a backslash`
  return { offset: offset - 1, found: `\\${letter}, which is no escape in JSON`, fix }
}

function singleQuotes({ at, rest }: Scene): Diagnosis | undefined {
  if (at === 'token' || !rest.startsWith("'")) return undefined
  const content = /^'([^'\n]*)'/.exec(rest)?.[1]
  const fix = content === undefined ? 'Write double quotes' : `Write ${JSON.stringify(content)}`
  return { found: `single quotes${content === undefined ? '' : ` around ${quoted(content)}`}`, fix }
}

/** A letter right behind a closing quote: the quote was not meant to close. */
function quoteInText({ at, token, key, previous, offset }: Scene): Diagnosis | undefined {
  const before = at === 'colon' ? key : previous
  if (before?.kind !== 'string' || before.end !== offset || !/^[\p{L}\p{N}_.$-]/u.test(token)) return undefined
  // A long text is not searched: the pattern looks back again and again.
  const meant = before.value.length > reach ? undefined : /^(.*?)[\s,:{[]*[,:]\s*$/s.exec(before.value)?.[1]
  return meant === undefined
    ? {
        offset: offset - 1,
        found: 'a quote inside a text',
        fix: 'Write \\" for it, or put a comma before the next text',
      }
    : { offset: before.start, found: `the text ${quoted(meant)} is not closed`, fix: `Write ${JSON.stringify(meant)}` }
}

/** `0100`, `0x64`, `10.56.217.0/24`, `nullable`: its beginning was read as a value, and the rest is glued to it. */
function gluedWord({ text, previous, offset }: Scene): Diagnosis | undefined {
  if (previous?.end !== offset || !/number|boolean|null/.test(previous.kind)) return undefined
  const whole = /^[^\s,;[\]{}"]+/.exec(text.slice(previous.start, previous.start + reach))?.[0] ?? ''
  if (whole.length <= offset - previous.start) return undefined
  const from = previous.start
  const digits = /^(-?)0+(\d+)$/.exec(whole)
  if (digits)
    return { offset: from, found: `${shortened(whole)}, with a leading zero`, fix: `Write ${digits.slice(1).join('')}` }
  if (/^0x[\da-f]+$/i.test(whole))
    return { offset: from, found: `the hexadecimal ${shortened(whole)}`, fix: `Write ${Number(whole)}` }
  return { offset: from, found: `${quoted(whole)} without quotes`, fix: `Write ${JSON.stringify(whole)}` }
}

function oddNumber({ at, context, token, rest }: Scene): Diagnosis | undefined {
  const found = `${shortened(token)}, which is no number in JSON`
  if (at === 'value' && /^\+[\d.]/.test(rest)) return { found, fix: `Write ${token.slice(1)}` }
  if (at === 'value' && /^\.\d/.test(rest)) return { found, fix: `Write 0${token}` }
  if (context === 'after decimal point in numeric literal')
    return { found, fix: 'Write digits on both sides of the point' }
  if (context === 'in exponent of numeric literal') return { found, fix: 'Write digits behind the e' }
  const minus = context === 'in numeric literal' && !/^-\p{L}/u.test(rest)
  return minus ? { found, fix: 'Write digits behind the minus' } : undefined
}

function yaml({ open, rest, start, text }: Scene): Diagnosis | undefined {
  if (open.length > 0 || text.slice(0, start).trim() !== '') return undefined
  const beginning = /^(?:-\s+\S.*|[\p{L}][\w.-]*:(?:\s.*|$)|---.*)/mu.exec(rest)?.[0]
  return beginning === undefined
    ? undefined
    : { found: `not JSON: it begins like YAML, with ${quoted(beginning)}`, fix: 'Write it as JSON, in { } or [ ]' }
}

const words: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'on'].map(spelling => [spelling, 'true'] as const),
  ...['false', 'no', 'off'].map(spelling => [spelling, 'false'] as const),
  ...['null', 'none', 'nil', 'undefined'].map(spelling => [spelling, 'null'] as const),
])

function word({ at, context, text, rest, token, offset }: Scene): Diagnosis | undefined {
  const expected = at === 'value' || context.startsWith('in literal') || context === 'in numeric literal'
  if (!expected || !/^-?[\p{L}_@*&%~/]/u.test(token)) return undefined
  const meant = words.get(token.toLowerCase())
  if (/^-?(?:nan|inf(?:inity)?)$/i.test(token))
    return { found: `${token}, which is no number in JSON`, fix: 'Write a number' }
  if (meant !== undefined) return { found: `${token}, a word that JSON does not have`, fix: `Write ${meant}` }
  if (offset >= text.length)
    return { found: `the text ends in the middle of ${shortened(token)}`, fix: 'Write the rest' }
  const line = /^[^\n,[\]{}"]+/.exec(rest)?.[0].trim() ?? token
  return { found: `${quoted(line)} without quotes`, fix: `Write ${JSON.stringify(line)}` }
}

function unquotedKey({ at, token }: Scene): Diagnosis | undefined {
  const key = /^[\p{L}\p{N}_$@./-]+/u.exec(token)?.[0]
  return at !== 'key' || key === undefined
    ? undefined
    : { found: `the key ${shortened(key)} without quotes`, fix: `Write ${JSON.stringify(key)}` }
}
