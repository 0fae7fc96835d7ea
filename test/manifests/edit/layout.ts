import fc from 'fast-check'

/** Takes one of the options, with the random numbers of a property's run. */
export type Choose = <T>(...options: readonly T[]) => T

/** How one file is laid out; what is left open is chosen anew at every place. */
export interface Layout {
  readonly choose: Choose
  readonly lineBreak: string
  readonly unit: number
  readonly listsIndented: boolean
  /** No comments, flow mappings or odd quoting. */
  readonly plain: boolean
}

export function chooser(g: fc.GeneratorValue): Choose {
  return <T>(...options: readonly T[]) => {
    const rest = options.slice(g(fc.nat, { max: options.length - 1 }))
    for (const option of rest) return option
    throw new RangeError('nothing to choose from')
  }
}

export function randomLayout(choose: Choose): Layout {
  return {
    choose,
    lineBreak: choose('\n', '\n', '\r\n'),
    unit: choose(2, 2, 4, 3),
    listsIndented: choose(true, false),
    plain: choose(true, false, false),
  }
}
