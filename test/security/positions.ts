import type { AST } from '@eslint-community/regexpp'

/** Whatever takes one character of the text. */
export type Atom = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass

/** A regular expression as an automaton whose states are its atoms (Glushkov). */
export interface Positions {
  readonly first: readonly Atom[]
  readonly last: readonly Atom[]
  readonly nullable: boolean
}

export interface Automaton extends Positions {
  /** What can come behind an atom; one that can come in two ways is there twice. */
  readonly follow: ReadonlyMap<Atom, readonly Atom[]>
}

const empty: Positions = { first: [], last: [], nullable: true }
const nothing: Positions = { first: [], last: [], nullable: false }

/** @param asserted can what `$` and the like ask for be there? If not, `last` is where a match cannot fail any more. */
export function automatonOf(alternatives: readonly AST.Alternative[], asserted: boolean): Automaton {
  const follow = new Map<Atom, Atom[]>()
  const join = (before: readonly Atom[], behind: readonly Atom[]) => {
    for (const atom of before) follow.set(atom, [...(follow.get(atom) ?? []), ...behind])
  }
  const ofEither = (parts: readonly Positions[]): Positions => ({
    first: parts.flatMap(({ first }) => first),
    last: parts.flatMap(({ last }) => last),
    nullable: parts.some(({ nullable }) => nullable),
  })
  const ofBoth = (a: Positions, b: Positions): Positions => {
    join(a.last, b.first)
    return {
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
      nullable: a.nullable && b.nullable,
    }
  }
  const ofAlternative = ({ elements }: AST.Alternative) => elements.map(ofElement).reduce(ofBoth, empty)
  const ofElement = (element: AST.Element): Positions => {
    switch (element.type) {
      case 'Assertion':
      case 'Backreference':
        return asserted ? empty : nothing
      case 'Group':
      case 'CapturingGroup':
        return ofEither(element.alternatives.map(ofAlternative))
      case 'Quantifier':
        return ofQuantifier(element)
      default:
        // Classes of strings (flag v) are not in use.
        return { first: [element], last: [element], nullable: false }
    }
  }
  const ofQuantifier = ({ element, min, max }: AST.Quantifier): Positions => {
    const once = ofElement(element)
    // So many repeats are a constant; only those without a limit grow with the text.
    if (max === Infinity) join(once.last, once.first)
    return { ...once, nullable: once.nullable || min === 0 }
  }
  return { ...ofEither(alternatives.map(ofAlternative)), follow }
}
