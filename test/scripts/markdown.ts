import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Page {
  /** From the root of the project: `docs/check.md`. */
  readonly file: string
  readonly text: string
}

export interface CodeBlock {
  /** What stands behind the fence; empty for an indented block. */
  readonly language: string
  readonly text: string
  /** Of its first line of code, from 1. */
  readonly line: number
}

/** Every page of the project that a person wrote or reads. */
export function allPages(): readonly Page[] {
  const beside = readdirSync(root, { withFileTypes: true })
  const folders = beside.filter(entry => entry.isDirectory() && !/^\.|^(node_modules|dist|coverage)$/.test(entry.name))
  const below = folders.flatMap(({ name }) => {
    return readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map(file => join(name, file))
  })
  const files = [...beside.map(({ name }) => name), ...below].filter(file => file.endsWith('.md'))
  return files.sort().map(file => pageOf(file))
}

export function pageOf(file: string): Page {
  return { file, text: readFileSync(join(root, file), 'utf8') }
}

/** Fenced blocks, and blocks indented by four behind an empty line. */
export function codeBlocks(text: string): readonly CodeBlock[] {
  const blocks: { language: string; text: string; line: number }[] = []
  let open: { language: string; text: string; line: number; fence: string } | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const [, mark = '', language = ''] = /^\s*(```+)\s*(\S*)/.exec(line) ?? []
    if (open && open.fence !== '') {
      if (mark === open.fence) open = undefined
      else add(blocks, open, line)
    } else if (mark !== '') {
      open = { language, text: '', line: index + 2, fence: mark }
      blocks.push(open)
    } else if (/^ {4}\S/.test(line) || (open && /^( {4}|\s*$)/.test(line))) {
      open ??= { language: '', text: '', line: index + 1, fence: '' }
      if (open.text === '') blocks.push(open)
      add(blocks, open, line.slice(4))
    } else open = undefined
  }
  return blocks.map(({ language, text: code, line }) => ({ language, text: code, line }))
}

/** The text without its code, which may hold what looks like a link. */
export function withoutCode(text: string): string {
  return text
    .replace(/^\s*(```+)[^\n]*\n[^]*?\n\s*\1\s*$/gm, '')
    .replace(/^ {4}.*$/gm, '')
    .replace(/(`+)[^`][^]*?\1/g, '')
}

/** What stands in backquotes within the prose. */
export function codeSpans(text: string): readonly string[] {
  const prose = text.replace(/^\s*(```+)[^\n]*\n[^]*?\n\s*\1\s*$/gm, '').replace(/^ {4}.*$/gm, '')
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}

/** The targets of links and pictures that lead to files of the project. */
export function relativeLinks({ file, text }: Page): readonly { readonly target: string; readonly anchor: string }[] {
  const written = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|<img[^>]* src="([^"]+)"/g)]
  const links = written.map(([, link, picture]) => link ?? picture ?? '')
  return links
    .filter(link => !/^[a-z]+:/.test(link))
    .map(link => {
      const [path = '', anchor = ''] = link.split('#')
      return { target: path === '' ? file : join(dirname(file), path), anchor }
    })
}

/** The anchors that GitHub makes of the headings. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  const prose = text.replace(/^\s*(```+)[^\n]*\n[^]*?\n\s*\1\s*$/gm, '')
  for (const [, heading = ''] of prose.matchAll(/^#{1,6} +(.+?)\s*$/gm)) {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .replaceAll(' ', '-')
    let anchor = slug
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`
    anchors.add(anchor)
  }
  return anchors
}

function add(blocks: readonly unknown[], block: { text: string }, line: string): void {
  block.text += `${line}\n`
}
