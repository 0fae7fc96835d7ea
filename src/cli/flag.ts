export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** What was expected and what was found; the flag's name is put before it. */
  | { readonly kind: 'wrong'; readonly problem: string }

/** One setting, as a flag and as an environment variable. A table of these drives parsing, checking and `--help`. */
export interface Flag<T> {
  /** One letter: `f` for `-f`. */
  readonly short?: string
  /** What stands for the value in the help: `HOST:PORT`. Absent where there is none: the flag alone says yes. */
  readonly value?: string
  readonly help: string
  /** As one would write it. */
  readonly fallback?: string
  readonly repeats: boolean
  /** The only values there are, where they can be counted: of the flag, of each item of its list, or behind `ID=`. */
  readonly choices?: readonly string[]
  /** Its value is a list with commas. */
  readonly list?: true
  /** @param texts as given, in order; none where it was not given */
  read(texts: readonly string[]): Reading<T>
}

export type Flags = Readonly<Record<string, Flag<unknown>>>

/** What a table of flags reads to. */
export type Settings<F extends Flags> = { readonly [K in keyof F]: F[K] extends Flag<infer T> ? T : never }

interface Text {
  readonly short?: string
  readonly value: string
  readonly help: string
}

/** Reads one text; what may stand there is told beside, for schemas. */
export interface Reader<T> extends Pick<Flag<T>, 'choices' | 'list'> {
  (text: string): Reading<T>
}

/** A flag that always has a value. */
export function withDefault<T>(text: Text & { readonly fallback: string }, read: Reader<T>): Flag<T> {
  return { ...text, ...shapeOf(read), repeats: false, read: ([given = text.fallback]) => read(given) }
}

/** A flag that need not be given. */
export function optional<T>(text: Text, read: Reader<T>): Flag<T | undefined> {
  const readGiven = ([given]: readonly string[]) => (given === undefined ? value(undefined) : read(given))
  return { ...text, ...shapeOf(read), repeats: false, read: readGiven }
}

/** A flag that may be given more than once. */
export function repeated<T>(text: Text, read: Reader<T>): Flag<readonly T[]> {
  return { ...text, ...shapeOf(read), repeats: true, read: texts => all(texts.map(read)) }
}

/** A flag without a value: it is given, or it is not. Its variable, and `--flag=`, say true or false. */
export function toggle(text: Omit<Text, 'value'>): Flag<boolean> {
  const read = (given: string) => {
    if (given === 'true' || given === 'false') return value(given === 'true')
    return wrong('true or false', given)
  }
  return { ...text, repeats: false, read: ([given = 'false']) => read(given) }
}

export function value<T>(read: T): Reading<T> {
  return { kind: 'value', value: read }
}

export function wrong(expected: string, found: string): Reading<never> {
  return { kind: 'wrong', problem: `expected ${expected}, found "${found}"` }
}

function shapeOf({ choices, list }: Reader<unknown>): Pick<Flag<unknown>, 'choices' | 'list'> {
  return { ...(choices && { choices }), ...(list && { list }) }
}

function all<T>(readings: readonly Reading<T>[]): Reading<readonly T[]> {
  const values: T[] = []
  for (const reading of readings) {
    if (reading.kind === 'wrong') return reading
    values.push(reading.value)
  }
  return value(values)
}
