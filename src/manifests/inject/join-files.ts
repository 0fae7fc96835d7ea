import { SourceText } from '../source-text.ts'
import { splitDocuments } from '../split-documents.ts'

/** Puts the texts of files one behind the other so that kubectl reads the same objects. One text stays as it is. */
export function joinFiles(texts: readonly string[]): string {
  const [first = '', ...others] = texts
  if (others.length === 0) return first
  return others.reduce((joined, text) => append(joined, separateObjects(text)), separateObjects(first))
}

function append(joined: string, text: string): string {
  // In the middle of a stream a byte order mark is a character like others.
  const next = text.replace(/^\uFEFF/, '')
  const lines = joined === '' || joined.endsWith('\n') ? joined : `${joined}\n`
  return next.startsWith('---') ? lines + next : `${lines}---\n${next}`
}

/** JSON objects one behind the other are read at the beginning of a stream only. */
function separateObjects(text: string): string {
  const { parts } = splitDocuments(new SourceText('', text))
  const ends = parts.filter(({ kind }) => kind === 'json').map(({ end }) => end)
  return [0, ...ends.slice(0, -1)].map((start, index, all) => text.slice(start, all[index + 1])).join('\n---\n')
}
