interface Placed {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** In the order of the files and of the places in them. What is about none of the files comes first. */
export function inFileOrder<T extends Placed>(items: Iterable<T>, files: readonly { readonly file: string }[]): T[] {
  const order = new Map(files.map(({ file }, index) => [file, index]))
  const rank = ({ file }: Placed) => order.get(file) ?? -1
  return [...items].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column)
}
