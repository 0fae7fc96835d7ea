import type { Spread } from './statistics.ts'

/** One part of the report: what was measured, how, and the figures. */
export interface Section {
  readonly title: string
  readonly method: string
  /** The first column is text, all others are figures. */
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The table reads well in a terminal and is Markdown. */
export function tableText({ header, rows }: Section): string {
  const widths = header.map((title, column) =>
    Math.max(...[header, ...rows].map(row => (row[column] ?? '').length), title.length),
  )
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => padded(cells[column] ?? '', width, column)).join(' | ')} |`
  const rule = `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${column === 0 ? '-' : ':'}`).join('|')}|`
  return [line(header), rule, ...rows.map(line)].join('\n')
}

/** The minimum, and in brackets the median. */
export function spreadText({ minimum, median }: Spread): string {
  return `${figure(minimum)} (${figure(median)})`
}

export function ratioText(ours: Spread, theirs: Spread): string {
  return `${(ours.minimum / theirs.minimum).toFixed(2)} (${(ours.median / theirs.median).toFixed(2)})`
}

/** A target and whether the figure keeps to it. */
export function targetText(value: number, limit: number): string {
  return `${limit.toFixed(2)} ${value <= limit ? 'met' : 'missed'}`
}

export function count(value: number): string {
  return value.toLocaleString('en-US')
}

function figure(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)
}

function padded(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width)
}
