/**
 * Breaks a text into lines at its blanks. A word that is longer than a line stays whole: it is a path, or a text to
 * paste.
 *
 * @param indent of all lines but the first, which has the text's own
 */
export function wrap(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = []
  const [, own = '', rest = ''] = /^( *)(.*)$/s.exec(text) ?? []
  let line = ''
  let start = own
  for (const word of rest.split(' ')) {
    const longer = line === '' ? start + word : `${line} ${word}`
    if (line !== '' && longer.length > width) {
      lines.push(line)
      start = indent
      line = start + word
    } else line = longer
  }
  return [...lines, line]
}

/** The same behind a head that is never broken, however long it is. */
export function wrapBehind(head: string, text: string, width: number, indent: string): readonly string[] {
  const [first = '', ...others] = wrap(' '.repeat(head.length) + text, width, indent)
  return [head + first.slice(head.length), ...others]
}
