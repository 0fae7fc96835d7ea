import fc from 'fast-check'

/** One change of a text, so that fast-check can shrink a list of them. Places count modulo the length. */
interface Cut {
  readonly at: number
  readonly remove: number
  readonly put: string
  /** How many times what was removed stands there afterwards. */
  readonly again: number
}

/** What is special to one of the parsers, or to none. */
const pieces = fc.oneof(
  fc.constantFrom(...Array.from('"\'{}[]:,@/\\ \t\n\r-#&*!|>%`~?=.0')),
  fc.constantFrom('\u0000', '\u0085', '\u00a0', '\u2028', '\u202e', '\ufeff', '\ud800', '\udfff', '\u{1f600}', 'é'),
  fc.constantFrom('null', 'true', '1e999', '-0', '0x1f', '9007199254740993', '\\u0000', '\\ud800', '\\x', '/*', '<<:'),
  fc.constantFrom('---\n', '\n---\n', '...\n', '{{ .Values.x }}', '"type":"bond"', '&a [*a,*a]', '"__proto__":{}'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat(100_000),
  remove: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
  put: fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 1, arbitrary: fc.constant('') }),
  again: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(30) }),
})

function apply(text: string, { at, remove, put, again }: Cut): string {
  const start = at % (text.length + 1)
  const removed = text.slice(start, start + remove)
  return text.slice(0, start) + put + removed.repeat(again) + text.slice(start + remove)
}

/** One of these texts with a few places broken, or cut off at its end: what still looks right gets furthest. */
export function damagedText(good: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({ text: fc.constantFrom(...good), cuts: fc.array(cut, { maxLength: 4 }), end: fc.option(fc.nat(100_000)) })
    .map(({ text, cuts, end }) => {
      const broken = cuts.reduce(apply, text)
      return end === null ? broken : broken.slice(0, end % (broken.length + 1))
    })
}

/** Damaged texts, texts of the parsers' own characters, and noise. */
export function hostileText(good: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: damagedText(good) },
    { weight: 2, arbitrary: fc.array(pieces, { maxLength: 60 }).map(list => list.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  )
}
