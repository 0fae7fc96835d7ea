import type { Layout } from './layout.ts'
import { printText } from './print-scalar.ts'

/** A value as an author could have written it in YAML, in lines that end with the layout's break. */
export function printYaml(value: object, layout: Layout): string {
  return members(value, layout, 0)
    .map(line => line + layout.lineBreak)
    .join('')
}

function members(map: object, layout: Layout, indent: number): string[] {
  return Object.entries(map).flatMap(([key, value]: [string, unknown]) => {
    const lines = entry(printKey(key, layout), value, layout, indent)
    return layout.plain
      ? lines
      : [...layout.choose([], [], ['', `${' '.repeat(indent)}# about ${key}`], ['# far left']), ...lines]
  })
}

function entry(key: string, value: unknown, layout: Layout, indent: number): string[] {
  const margin = ' '.repeat(indent)
  if (
    !isBranch(value) ||
    Object.keys(value).length === 0 ||
    (!layout.plain && layout.choose(false, false, false, true))
  ) {
    const text = flow(value, layout, indent, false)
    if (text === '{}' && !layout.plain && layout.choose(false, true))
      return [`${margin}${key}:`, `${margin}${' '.repeat(layout.unit)}{}${layout.choose('', ' ', ' # none')}`]
    return [`${margin}${key}:${text === '' ? '' : ' '}${text}${lineEnd(layout, text)}`]
  }
  const head = `${margin}${key}:${lineEnd(layout, '')}`
  if (!Array.isArray(value)) return [head, ...members(value, layout, indent + layout.unit)]
  const dash = indent + (layout.listsIndented ? layout.unit : 0)
  return [head, ...value.flatMap((item: unknown) => listItem(item, layout, dash))]
}

function listItem(item: unknown, layout: Layout, dash: number): string[] {
  const margin = ' '.repeat(dash)
  if (!isBranch(item) || Array.isArray(item) || Object.keys(item).length === 0)
    return [`${margin}- ${flow(item, layout, dash, false)}`]
  const after = layout.choose(2, 2, 4)
  const lines = Object.entries(item).flatMap(([key, value]: [string, unknown]) =>
    entry(printKey(key, layout), value, layout, dash + after),
  )
  const [first = '', ...rest] = lines
  return [`${margin}-${' '.repeat(after - 1)}${first.slice(dash + after)}`, ...rest]
}

/** A value behind its key or in braces; '' is a null. */
function flow(value: unknown, layout: Layout, indent: number, inside: boolean): string {
  const { choose, lineBreak, plain } = layout
  if (value === null) return choose(inside ? 'null' : '', '~', 'null')
  if (typeof value === 'string') return printText(value, layout, indent, inside)
  if (!isBranch(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: unknown) => flow(item, layout, indent, true)).join(', ')}]`
  const written = Object.entries(value).map(
    ([key, item]: [string, unknown]) => `${printKey(key, layout)}: ${flow(item, layout, indent, true)}`,
  )
  if (written.length === 0) return choose('{}', '{ }')
  const comma = choose('', '', ',')
  if (plain || choose(true, false)) {
    const padding = choose('', ' ')
    return `{${padding}${written.join(', ')}${comma}${padding}}`
  }
  const margin = lineBreak + ' '.repeat(indent + layout.unit)
  const last = comma + choose('', ' # last')
  const lines = written.map(
    (text, index) => margin + text + (index === written.length - 1 ? last : choose(',', ', # one')),
  )
  return `{${lines.join('')}${lineBreak}${' '.repeat(indent + 1)}}`
}

function printKey(key: string, { choose, plain }: Layout): string {
  return plain ? key : choose(key, key, `'${key}'`, `"${key}"`)
}

/** A comment or blanks, where they are not part of a text. */
function lineEnd({ choose, plain }: Layout, text: string): string {
  if (plain || /^[|>]/.test(text)) return ''
  return choose('', '', '', ' # why', '   ', '\t')
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
