import { behindPrevious, type Diagnosis, type Mistake, quoted, type Scene } from './scene.ts'

/** Commas and colons that are missing or one too many. */
export const separatorMistakes: readonly Mistake[] = [
  trailingComma,
  surplusComma,
  noValue,
  equalsSign,
  keyWithoutValue,
  noColon,
  semicolon,
  pairInList,
  noComma,
]

/** Also without quotes: what a value or a key begins with. */
const startsValue = /^["{[\p{L}\p{N}-]/u

function trailingComma({ at, inside, token, text, offset }: Scene): Diagnosis | undefined {
  const closing = inside?.kind === 'array' ? at === 'value' && token === ']' : at === 'key' && token === '}'
  return closing
    ? {
        offset: behindPrevious(text, offset) - 1,
        found: `a comma before the closing "${token}"`,
        fix: 'Take the comma out',
      }
    : undefined
}

function surplusComma({ at, inside, token, previous }: Scene): Diagnosis | undefined {
  if (token !== ',' || (at !== 'key' && !(at === 'value' && inside?.kind === 'array'))) return undefined
  return { found: previous ? 'two commas in a row' : 'a comma before the first value', fix: 'Take the comma out' }
}

function noValue({ at, key, token }: Scene): Diagnosis | undefined {
  if (at !== 'value' || key === undefined || !/^[,}\]]/.test(token)) return undefined
  return { found: `the key ${quoted(key.value)} has no value`, fix: `Write a value, or take ${quoted(key.value)} out` }
}

function equalsSign({ at, key, token }: Scene): Diagnosis | undefined {
  return at === 'colon' && key && token.startsWith('=')
    ? { found: `"=" after the key ${quoted(key.value)}`, fix: 'Write ":"' }
    : undefined
}

/** `{"net1", "net2"}` */
function keyWithoutValue({ at, key, token }: Scene): Diagnosis | undefined {
  if (at !== 'colon' || key === undefined || !/^[,}\]]/.test(token)) return undefined
  const fix = `Write ":" and a value behind it; a list has [ ] instead of { }`
  return { offset: key.start, found: `${quoted(key.value)} has no value`, fix }
}

function noColon({ at, key, rest }: Scene): Diagnosis | undefined {
  return at === 'colon' && key && startsValue.test(rest)
    ? { offset: key.end, found: `no ":" after the key ${quoted(key.value)}`, fix: 'Write ":" between key and value' }
    : undefined
}

function semicolon({ at, token }: Scene): Diagnosis | undefined {
  return at === 'next' && token.startsWith(';') ? { found: 'a semicolon', fix: 'Write a comma' } : undefined
}

function pairInList({ at, inside, previous, token }: Scene): Diagnosis | undefined {
  return at === 'next' && inside?.kind === 'array' && previous?.kind === 'string' && token === ':'
    ? { offset: previous.start, found: 'a key and a value directly in a list', fix: 'Put { } around them' }
    : undefined
}

function noComma({ at, previous, rest, text }: Scene): Diagnosis | undefined {
  if (at !== 'next' || previous === undefined || !startsValue.test(rest)) return undefined
  const scalar = previous.kind !== 'object' && previous.kind !== 'array'
  const before = scalar ? text.slice(previous.start, previous.end) : text.charAt(previous.end - 1)
  return { offset: previous.end, found: `no comma after ${quoted(before)}`, fix: 'Write a comma' }
}
