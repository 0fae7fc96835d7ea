import { quote } from './scene.ts'
import type { Recognise } from './scene.ts'

/** `%YAML 1.1` belongs in front of a `---`, and that is where kubectl cuts: it never sees the two together. */
export const directive: Recognise = ({ lines, failure }) => {
  const line = lines.find(({ text, start }) => text.startsWith('%') && start <= failure.offset)
  if (line === undefined || (line !== lines[0] && failure.kind !== 'directive')) return undefined
  return {
    cause: 'syntax',
    offset: line.start,
    message: `${quote(line.text)} is a directive, which kubectl refuses in front of a --- as well as without one`,
    fix: 'Take the line out',
  }
}
