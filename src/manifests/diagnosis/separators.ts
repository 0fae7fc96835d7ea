import type { Recognise } from './scene.ts'

/** A `---` that does not stand at the beginning of its line. */
export const indentedSeparator: Recognise = ({ lines, failedAt }) => {
  const line = lines[failedAt]
  if (line === undefined || line.indent === 0 || line.text.trim() !== '---') return undefined
  return {
    cause: 'separator',
    offset: line.start + line.indent,
    message: '--- separates documents only at the beginning of a line',
    fix: 'Take the blanks in front of it out',
  }
}
