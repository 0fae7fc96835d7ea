import type { OpenNode } from './fault.ts'
import { behindPrevious, type Diagnosis, type Mistake, quoted, type Scene } from './scene.ts'
import { readTree } from './tree.ts'

/** Brackets that are missing, one too many, or at the wrong place. */
export const bracketMistakes: readonly Mistake[] = [
  tooDeep,
  unclosed,
  wrongCloser,
  tooManyClosers,
  closedTooEarly,
  noBraces,
  secondValue,
]

function tooDeep({ context }: Scene): Diagnosis | undefined {
  return context === 'exceeded max depth'
    ? { found: 'more than 10000 objects and lists inside each other', fix: 'Nest less' }
    : undefined
}

function unclosed(scene: Scene): Diagnosis | undefined {
  const { at, text, offset, open } = scene
  if (at === 'token' || offset < text.length || open.length === 0) return undefined
  const missing = quoted(open.map(closer).reverse().join(''))
  const found = `the text ends before ${described(open)} is closed`
  return { offset: behindPrevious(text, offset), found, fix: completed(scene, missing) }
}

function completed({ at, key, previous }: Scene, missing: string): string {
  if (at !== 'next' && key !== undefined) return `Write a value for ${quoted(key.value)}, then ${missing}`
  const comma = at !== 'next' && previous !== undefined
  return comma ? `Take the last comma out and add ${missing}` : `Add ${missing} at the end`
}

/** "}" in a list or "]" in an object: one too many, one too few, or the other one was meant. What makes the whole readable decides. */
function wrongCloser({ at, inside, open, rest, text, offset }: Scene): Diagnosis | undefined {
  const found = /^[\]}]/.exec(rest)?.[0]
  if (at === 'token' || found === undefined || inside === undefined || found === closer(inside)) return undefined
  const readableWith = (between: string): boolean => parses(text.slice(0, offset) + between + text.slice(offset + 1))
  if (readableWith('')) return { found: `a "${found}" too many`, fix: 'Take it out' }
  const needed = closer(inside)
  if (readableWith(needed)) return { found: `"${found}" closes ${described(open)}`, fix: `Write "${needed}"` }
  return { found: `a "${found}" before ${described(open)} is closed`, fix: `Write "${needed}" before it` }
}

function tooManyClosers({ at, token, open }: Scene): Diagnosis | undefined {
  const surplus = at !== 'token' && open.length === 0 && /^[\]}]/.test(token)
  return surplus ? { found: `a "${token}" too many`, fix: 'Take it out' } : undefined
}

/** The outermost bracket is closed, then it goes on with a comma. */
function closedTooEarly({ at, rest, previous, text }: Scene): Diagnosis | undefined {
  if (at !== 'end' || !rest.startsWith(',') || (previous?.kind !== 'object' && previous?.kind !== 'array'))
    return undefined
  const next = /^,\s*(\S?)/.exec(rest)?.[1] ?? ''
  if (next === '') return { found: 'a comma behind the end', fix: 'Take the comma out' }
  if (next === '{' && previous.kind === 'object') {
    return {
      found: 'several objects without a list around them',
      fix: around(text, '[', ']'),
    }
  }
  const last = previous.end - 1
  return {
    offset: last,
    found: `"${text.charAt(last)}" ends it all, but more follows`,
    fix: 'Take it out, or move it to the end',
  }
}

function noBraces({ at, rest, previous, text }: Scene): Diagnosis | undefined {
  return at === 'end' && previous?.kind === 'string' && rest.startsWith(':')
    ? {
        offset: previous.start,
        found: 'a key and a value without braces around them',
        fix: around(text, '{', '}'),
      }
    : undefined
}

function secondValue({ at, rest, previous }: Scene): Diagnosis | undefined {
  if (at !== 'end' || previous === undefined) return undefined
  return /^["{[]/.test(rest)
    ? { found: `a second value after the end of the first`, fix: 'Keep one; several objects belong into a list: [ ]' }
    : { found: `${quoted(rest)} after the end of the JSON`, fix: 'Take it out' }
}

function around(text: string, opening: string, closing: string): string {
  const closed = text.trimEnd().endsWith(closing)
  return closed ? `Put "${opening}" at the start` : `Put "${opening}" at the start and "${closing}" at the end`
}

function parses(text: string): boolean {
  return readTree(text).kind !== 'broken'
}

function closer(node: OpenNode): string {
  return node.kind === 'object' ? '}' : ']'
}

/** The innermost open object or list, by the key that it stands under. */
function described(open: readonly OpenNode[]): string {
  const outer = open.at(-2)
  const kind = open.at(-1)?.kind === 'array' ? 'list' : 'object'
  return outer?.kind === 'object' && outer.key ? `the ${kind} ${quoted(outer.key.value)}` : `the ${kind}`
}
