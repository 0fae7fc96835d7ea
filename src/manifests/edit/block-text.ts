import { flowText, oneLine } from './flow-text.ts'
import { scalarText } from './scalar-text.ts'

export interface BlockSetting {
  /** Columns before the key. */
  readonly indent: number
  /** Columns that an inner mapping is indented deeper. */
  readonly unit: number
  readonly quotes?: "'" | '"'
}

/** A member of a block mapping, line by line. */
export function blockLines(key: string, value: unknown, setting: BlockSetting): readonly string[] {
  const name = ' '.repeat(setting.indent) + scalarText(key, { flow: false })
  const inner = { ...setting, indent: setting.indent + setting.unit }
  if (typeof value === 'string')
    return [`${name}: ${scalarText(value, { flow: false, ...(setting.quotes && { quotes: setting.quotes }) })}`]
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${name}: ${flowText(value, oneLine)}`]
  const members = Object.entries(value)
  if (members.length === 0) return [`${name}: {}`]
  return [`${name}:`, ...members.flatMap(([innerKey, innerValue]) => blockLines(innerKey, innerValue, inner))]
}
