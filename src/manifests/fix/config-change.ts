import type { JsonMember, Span } from '../../bonding/go-json.ts'

/** What becomes of the text of a config. */
export type ConfigChange =
  /** A value gives way to another. */
  | { readonly kind: 'value'; readonly span: Span; readonly literal: string }
  /** A member comes in front of another one. */
  | { readonly kind: 'member'; readonly key: string; readonly literal: string; readonly before: JsonMember }

/** The text with the change, without regard to layout: what any other way to write the change has to mean. */
export function plainlyChanged(text: string, change: ConfigChange): string {
  if (change.kind === 'value') {
    const { start, end } = change.span
    return text.slice(0, start) + change.literal + text.slice(end)
  }
  const { start } = change.before.key
  return `${text.slice(0, start)}${JSON.stringify(change.key)}:${change.literal},${text.slice(start)}`
}
