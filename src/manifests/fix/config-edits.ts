import { beginsLine, lineBreak, lineIndentation } from '../edit/line.ts'
import { editedScalar } from '../edit/scalar-reading.ts'
import type { TextEdit } from '../edited-text.ts'
import type { ScalarNode } from '../manifest-node.ts'
import type { SourceText } from '../source-text.ts'
import { type ConfigChange, plainlyChanged } from './config-change.ts'
import { sameJson } from './same-json.ts'
import { inStyle, replacement, writtenRange } from './value-edits.ts'

export interface ConfigEdit {
  readonly edit: TextEdit
  /** The text of the scalar behind it. */
  readonly value: string
}

/**
 * The edit of a file that changes a config where it stands, in its YAML style and layout. Undefined where there is none
 * that does the change and nothing else.
 */
export function configEdit(source: SourceText, scalar: ScalarNode, change: ConfigChange): ConfigEdit | undefined {
  if (typeof scalar.value !== 'string') return undefined
  const edit =
    change.kind === 'value'
      ? replacement(source.text, scalar, change.span, change.literal)
      : memberEdit(source, scalar, scalar.value, change)
  const value = edit && editedScalar(source.text, scalar, [edit])
  if (edit === undefined || value === undefined) return undefined
  return sameJson(value, plainlyChanged(scalar.value, change)) ? { edit, value } : undefined
}

type Member = Extract<ConfigChange, { kind: 'member' }>

function memberEdit(source: SourceText, scalar: ScalarNode, text: string, change: Member): TextEdit | undefined {
  const { key, value } = change.before
  const at = writtenRange(source.text, scalar, key)?.start
  if (at === undefined) return undefined
  const colon = text.slice(key.end, value.start)
  // A colon on a line of its own is nobody's style.
  const member = `${JSON.stringify(change.key)}${/\n/.test(colon) ? ': ' : colon}${change.literal}`
  const insert = (inserted: string): TextEdit => ({ offset: at, removed: 0, inserted })
  if (beginsLine(source, at)) {
    return insert(`${inStyle(`${member},`, scalar.style)}${lineBreak(source, at)}${lineIndentation(source, at)}`)
  }
  return insert(inStyle(`${member},${gapBefore(text, key.start, colon)}`, scalar.style))
}

/** What the author writes between a comma and the next member: in a string of JSON, line breaks are escapes. */
function gapBefore(text: string, offset: number, colon: string): string {
  const own = /\s*$/.exec(text.slice(0, offset))?.[0] ?? ''
  const next = /",([ \t]*)(?=")/.exec(text)?.[1]
  return own.includes('\n') ? own : (next ?? (colon === ':' ? '' : ' '))
}
