import type { Layout } from './layout.ts'

const words = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null'])

/** A text in one of the styles that say it, whatever follows being a new line at `indent` or deeper. */
export function printText(text: string, layout: Layout, indent: number, flow: boolean): string {
  const plain =
    /^[a-z][a-z0-9./@,_-]*(?: [a-z0-9./@,_-]+)*$/.test(text) && !words.has(text) && !(flow && text.includes(','))
  const styles: (() => string)[] = []
  if (plain) styles.push(() => text)
  if (!plain || !layout.plain) styles.push(() => doubleQuoted(text, layout))
  // Blanks beside a line break would be lost.
  if ((!plain || !layout.plain) && !/ \n|\n /.test(text)) styles.push(() => broken(singleQuoted(text), layout, indent))
  if (plain && !layout.plain) styles.push(() => broken(text, layout, indent))
  const lines = text.split('\n')
  const block = !flow && /^\S/.test(text) && !text.endsWith('\n\n') && lines.every(line => !/[ \t]$/.test(line))
  if (block && (lines.length > 1 || !layout.plain)) {
    styles.push(() => literal(text, layout, indent))
    if (lines.length === 1) styles.push(() => folded(text, layout, indent))
  }
  return layout.choose(...styles)()
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\n', '\n\n')}'`
}

function doubleQuoted(text: string, layout: Layout): string {
  const json = JSON.stringify(text)
  return layout.choose(
    json,
    json,
    json.replace(/(?<!\\)[a-z](?=[^\\]*$)/, char => `\\x${char.charCodeAt(0).toString(16)}`),
  )
}

/** Blanks inside become line breaks here and there; a break that is part of the text keeps its empty line. */
function broken(written: string, layout: Layout, indent: number): string {
  const blank = layout.plain ? /(?!)/g : /(?<=[^\s'"]) (?=[^\s'"])/g
  const next = () => ` ${layout.lineBreak}${' '.repeat(indent + 1)}`.slice(layout.choose(0, 1))
  return written
    .replace(blank, () => layout.choose(' ', next()))
    .replaceAll('\n\n', `${layout.lineBreak}${layout.lineBreak}${' '.repeat(indent + 1)}`)
}

function literal(text: string, { choose, lineBreak, unit, plain }: Layout, indent: number): string {
  // Empty lines before comments would be part of a text that keeps them.
  const header = text.endsWith('\n') ? choose('|', plain ? '|+' : '|  # text') : choose('|-', '|- # text')
  const lines = text.replace(/\n$/, '').split('\n')
  return header + lines.map(line => lineBreak + (line === '' ? '' : ' '.repeat(indent + unit)) + line).join('')
}

function folded(text: string, { choose, lineBreak, unit }: Layout, indent: number): string {
  const margin = lineBreak + ' '.repeat(indent + unit)
  return `>-${margin}${text.replace(/(?<=\S) (?=\S)/g, () => choose(' ', margin))}`
}
