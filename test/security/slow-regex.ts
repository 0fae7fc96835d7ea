import { type AST, RegExpParser } from '@eslint-community/regexpp'
import { type Atom, automatonOf } from './positions.ts'

/** A state of the automaton: the atom that took the last character. */
interface State {
  readonly raw: string
  /** Which of the sample's characters it takes, as bits. */
  readonly takes: bigint
  /** Where it goes on; one that it goes to in two ways is there twice. */
  next: readonly State[]
}

export interface Slowness {
  readonly kind: 'exponential' | 'polynomial'
  readonly why: string
}

/**
 * Why a regular expression can take more than linear time, in JavaScript, which tries one way after the other; undefined
 * where it cannot. It can where a text leads on in several ways (Weber and Seidl 1991: exponentially many where a state
 * comes back to itself in two ways, polynomially many where two states read the same text and one leads to the other), and
 * what follows may fail. A search is one more state in front, which takes everything.
 */
export function slowness(source: string, flags: string): Slowness | undefined {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') })
  const { alternatives } = pattern
  const { first, follow } = automatonOf(alternatives, true)
  const atoms = [...new Set([...first, ...[...follow].flatMap(([atom, behind]) => [atom, ...behind])])]
  const states = statesOf(atoms, flags)
  const state = (atom: Atom) => states.get(atom) ?? { raw: '', takes: 0n, next: [] }
  for (const [atom, behind] of follow) state(atom).next = behind.map(state)
  const certain = new Set(automatonOf(alternatives, false).last.map(state))
  const search: State = { raw: 'the search', takes: -1n, next: first.map(state) }
  search.next = [search, ...search.next]
  const searched = !flags.includes('y') && !alternatives.every(beginsWithCaret)
  const all = [...(searched ? [search] : []), ...states.values()]
  const twice = exponential(all)
  if (twice !== undefined) return { kind: 'exponential', why: twice }
  const again = polynomial(all, certain)
  return again === undefined ? undefined : { kind: 'polynomial', why: again }
}

function beginsWithCaret({ elements: [first] }: AST.Alternative): boolean {
  return first?.type === 'Assertion' && first.kind === 'start'
}

/** The sample has characters on both sides of every border that the expression draws, and one of each usual kind. */
function statesOf(atoms: readonly Atom[], flags: string): ReadonlyMap<Atom, State> {
  const borders = atoms.flatMap(atom => Array.from(atom.raw, char => char.charCodeAt(0)))
  const usual = Array.from(' a\n\r\té0Z_\u2028\u0001-', char => char.charCodeAt(0))
  const codes = new Set([...usual, ...borders.flatMap(code => [Math.max(code - 1, 0), code, code + 1])])
  const sample = Array.from(codes, code => String.fromCharCode(code))
  const takes = (raw: string) => {
    const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gym]/g, ''))
    return sample.reduce((mask, char, index) => (one.test(char) ? mask | (1n << BigInt(index)) : mask), 0n)
  }
  return new Map(atoms.map(atom => [atom, { raw: atom.raw, takes: takes(atom.raw), next: [] }]))
}

/** `(a*)*`, `(a|a)*`: a loop that one text goes round in two ways. */
function exponential(states: readonly State[]): string | undefined {
  for (const state of states.filter(each => reach(each).has(each))) {
    const twice = state.next.find((next, index) => state.next.indexOf(next) !== index)
    if (twice && reach(twice).has(state)) return `two ways from ${state.raw} to ${twice.raw}, in a loop`
    const apart = walk([state, state]).filter(([a, b]) => a !== b)
    if (apart.some(pair => walk(pair).some(([a, b]) => a === state && b === state)))
      return `two ways from ${state.raw} back to it`
  }
  return undefined
}

/** `a*a*b`, and `\s+$` that is searched for. @param certain where the match cannot fail any more */
function polynomial(states: readonly State[], certain: ReadonlySet<State>): string | undefined {
  const loops = states.filter(state => reach(state).has(state))
  for (const p of loops) {
    for (const q of loops) {
      if (p === q || certain.has(q) || !reach(p).has(q) || reach(q).has(p)) continue
      if (walk([p, p, q]).some(([a, b, c]) => a === p && b === q && c === q))
        return `${p.raw} and ${q.raw} take one text`
    }
  }
  return undefined
}

/** Where one can get from a state, by one step or more. */
function reach(from: State): ReadonlySet<State> {
  const reached = new Set(from.next)
  for (const state of reached) for (const next of state.next) reached.add(next)
  return reached
}

/** Where several states can get together, reading the same text. */
function walk(from: readonly State[]): readonly (readonly State[])[] {
  const ids = new Map<State, number>()
  const idOf = (state: State) => ids.get(state) ?? (ids.set(state, ids.size), ids.size - 1)
  const reached: (readonly State[])[] = []
  const seen = new Set<string>()
  for (let todo: readonly (readonly State[])[] = [from]; todo.length > 0;) {
    const found = todo.flatMap(steps)
    todo = found.filter(states => {
      const key = states.map(idOf).join()
      return !seen.has(key) && seen.add(key)
    })
    reached.push(...todo)
  }
  return reached
}

function steps(states: readonly State[]): readonly (readonly State[])[] {
  let partial: { readonly to: readonly State[]; readonly takes: bigint }[] = [{ to: [], takes: -1n }]
  for (const { next } of states) {
    partial = partial.flatMap(({ to, takes }) =>
      [...new Set(next)].flatMap(state =>
        (state.takes & takes) === 0n ? [] : [{ to: [...to, state], takes: state.takes & takes }],
      ),
    )
  }
  return partial.map(({ to }) => to)
}
