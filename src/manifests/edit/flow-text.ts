import { scalarText } from './scalar-text.ts'

/** How an author writes mappings in braces. */
export interface FlowStyle {
  /** Every key and text in double quotes. */
  readonly json: boolean
  readonly colon: string
  readonly comma: string
  /** Between a brace and what it holds, on one line. */
  readonly padding: string
  /** Every member on a line of its own. */
  readonly lines?: { readonly lineBreak: string; readonly indent: string; readonly unit: string }
}

export const oneLine: FlowStyle = { json: false, colon: ': ', comma: ', ', padding: '' }

/** A value in braces and brackets. `lines.indent`: that of the line it begins on. */
export function flowText(value: unknown, style: FlowStyle): string {
  if (typeof value === 'string') return style.json ? JSON.stringify(value) : scalarText(value, { flow: true })
  if (Array.isArray(value))
    return `[${value.map((item: unknown) => flowText(item, oneLineOf(style))).join(style.comma)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
  if (members.length === 0) return '{}'
  const { lines, padding, comma } = style
  if (lines === undefined)
    return `{${padding}${members.map(member => memberText(member, style)).join(comma)}${padding}}`
  return `{${memberLines(members, style)}${lines.lineBreak}${lines.indent}}`
}

/** Members without the braces around them, as they follow an opening one. `lines.indent`: that of the brace's line. */
export function memberLines(members: readonly (readonly [string, unknown])[], style: FlowStyle): string {
  const { lines, comma } = style
  if (lines === undefined) return members.map(member => memberText(member, style)).join(comma)
  const indent = lines.indent + lines.unit
  const inner = { ...style, lines: { ...lines, indent } }
  return members.map(member => lines.lineBreak + indent + memberText(member, inner)).join(',')
}

function memberText([key, value]: readonly [string, unknown], style: FlowStyle): string {
  const name = style.json ? JSON.stringify(key) : scalarText(key, { flow: true })
  return name + style.colon + flowText(value, style)
}

function oneLineOf({ json, colon, comma, padding }: FlowStyle): FlowStyle {
  return { json, colon, comma, padding }
}
