import type { JsonNode, JsonString } from '../go-json.ts'
import type { BrokenJson, FaultContext, OpenNode } from './fault.ts'

/** What there is to see around a fault. */
export interface Scene {
  readonly text: string
  readonly context: FaultContext
  /** What should have come: a key, the colon behind it, a value, what follows a value, nothing; or the fault is inside a token. */
  readonly at: 'key' | 'colon' | 'value' | 'next' | 'end' | 'token'
  readonly offset: number
  /** Where the token began; the offset itself if the fault is between tokens. */
  readonly start: number
  /** Some of the text from `start` on. */
  readonly rest: string
  /** The text at `start` up to the next blank or punctuation, at least one character of it, if there is any. */
  readonly token: string
  readonly inside: OpenNode | undefined
  /** Outermost first. */
  readonly open: readonly OpenNode[]
  /** The key whose value or colon is missing. */
  readonly key: JsonString | undefined
  /** The last complete value in the container, or the complete value of the whole text. */
  readonly previous: JsonNode | undefined
}

export interface Diagnosis {
  /** Absent: where Go stopped, or the beginning of the token in which it stopped. */
  readonly offset?: number
  readonly found: string
  readonly fix: string
}

/** Recognises one kind of mistake. */
export type Mistake = (scene: Scene) => Diagnosis | undefined

/** As far as anybody looks ahead; errors must not cost more in a long text. */
export const reach = 200

export function sceneOf(text: string, { fault, open, root }: BrokenJson): Scene {
  const { context, offset, start } = fault
  const inside = open.at(-1)
  const at = positions[context] ?? 'token'
  const rest = text.slice(start, start + reach)
  const contents = inside?.kind === 'object' ? inside.members.at(-1)?.value : inside?.elements.at(-1)
  return {
    ...{ text, context, at, offset, start, rest, inside, open },
    token: /^(?:[^\s,:[\]{}"]+|.)/su.exec(rest)?.[0] ?? '',
    key: at !== 'key' && inside?.kind === 'object' ? inside.key : undefined,
    previous: root ?? contents,
  }
}

const positions: Readonly<Partial<Record<FaultContext, Scene['at']>>> = {
  'looking for beginning of object key string': 'key',
  'after object key': 'colon',
  'looking for beginning of value': 'value',
  'after object key:value pair': 'next',
  'after array element': 'next',
  'after top-level value': 'end',
}

/** Text for a message: one line, not too long, in quotes (in back quotes if it has quotes of its own). */
export function quoted(text: string): string {
  const short = shortened(text)
  return short.includes('"') ? `\`${short}\`` : `"${short}"`
}

/** Text for a message: one line, not too long. */
export function shortened(text: string): string {
  const line = text.slice(0, reach).replaceAll(/\s+/g, ' ').trim()
  // Not through the middle of a character.
  return line.length > 32 ? `${line.slice(0, 30).replace(/[\ud800-\udbff]$/, '')}…` : line
}

/** An offset moved left over blanks, to stand right behind what is before them. */
export function behindPrevious(text: string, offset: number): number {
  let end = offset
  while (end > 0 && /[ \t\r\n]/.test(text.charAt(end - 1))) end--
  return end
}
