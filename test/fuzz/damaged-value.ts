import fc from 'fast-check'

type Key = string | number
interface Change {
  /** Which of the places of the value, modulo their number. */
  readonly place: number
  /** Absent: the place is taken out. */
  readonly value?: unknown
}

const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

/** What stands in no sound object, by type and by size. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 53, 1e300, '', ' ', 'a', '0', [], {}, [null], [[]]),
  fc.constantFrom<unknown>({ a: null }, { '': '' }, { __proto__: null, toString: 1 }, { length: -1 }, { name: {} }),
  fc.constantFrom<unknown>('\u0000', '\ud800', '\u202etxt', 'a\nb', 'ü'.repeat(300), '/'.repeat(300), '@@', '%s%n'),
  fc.constantFrom<unknown>('x'.repeat(100_000), Array(1_000).fill('a'), Array(300).fill({ name: 'a' }), deep(500)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

const change: fc.Arbitrary<Change> = fc.record({ place: fc.nat(10_000), value: odd }, { requiredKeys: ['place'] })

/** One of these values with a few of its places replaced or taken out. */
export function damagedValue(good: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .record({ value: fc.constantFrom(...good), changes: fc.array(change, { maxLength: 3 }) })
    .map(({ value, changes }) => changes.reduce<unknown>(changed, value))
}

function changed(value: unknown, { place, ...change }: Change): unknown {
  const places = placesOf(value)
  const path = places[place % places.length] ?? []
  return at(value, path, change)
}

/** The value with that place changed; everything else is the same object. */
function at(value: unknown, [key, ...rest]: readonly Key[], change: Omit<Change, 'place'>): unknown {
  if (key === undefined) return 'value' in change ? change.value : undefined
  if (Array.isArray(value)) {
    const elements: readonly unknown[] = value
    return elements.map((element, index) => (index === key ? at(element, rest, change) : element))
  }
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [key]: at(Reflect.get(value, key), rest, change) }
}

/** Every place in a value, itself first. */
function placesOf(value: unknown, path: readonly Key[] = []): readonly (readonly Key[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries: readonly (readonly [Key, unknown])[] = Array.isArray(value)
    ? value.map((element: unknown, index) => [index, element] as const)
    : Object.entries(value)
  return [path, ...entries.flatMap(([key, member]) => placesOf(member, [...path, key]))]
}
