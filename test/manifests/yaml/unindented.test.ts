import fc from 'fast-check'
import t from 'tap'
import { decode } from '../as-kubectl.ts'

/** Around a scalar: the text of the document, and where the scalar is found in its value. */
const places = [
  {
    name: 'at the top',
    text: (scalar: string) => `config: ${scalar}\nz: 1\n`,
    value: (found: unknown) => ({ config: found, z: 1 }),
  },
  {
    name: 'in spec, and an annotation beside it',
    text: (scalar: string) => `metadata:\n  annotations:\n    a/b: ${scalar}\nspec:\n  config: ${scalar} # c\n`,
    value: (found: unknown) => ({ metadata: { annotations: { 'a/b': found } }, spec: { config: found } }),
  },
  {
    name: 'in a List',
    text: (scalar: string) => `items:\n- spec:\n    config: ${scalar}\n- ${scalar}\n-   - ${scalar}\n`,
    value: (found: unknown) => ({ items: [{ spec: { config: found } }, found, [found]] }),
  },
  {
    name: 'in brackets',
    text: (scalar: string) => `a: [${scalar},\n${scalar}]\n`,
    value: (found: unknown) => ({ a: [found, found] }),
  },
]

/** Any blanks and tabs: between quotes they mean nothing at the beginning and end of a line. */
const blanks = fc.string({ unit: fc.constantFrom(' ', '\t'), maxLength: 5 })
const json = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .filter(value => typeof value === 'object' && value !== null)

/** Breaks JSON into lines at its commas and braces, which changes nothing for JSON. */
function spread(text: string, quote: (line: string) => string, lead: readonly string[], breaks: string): string {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[^",[\]{}]+|[,[\]{}]/g) ?? []
  return tokens
    .map(
      (token, index) =>
        quote(token) + (lead[index % lead.length] ?? '') + breaks + (lead[(index + 1) % lead.length] ?? ''),
    )
    .join('')
}

for (const { name, text, value } of places) {
  for (const breaks of ['\n', '\r\n', '\n\n']) {
    t.test(
      `JSON in single quotes, its lines indented anyhow, ${name}, lines ending ${JSON.stringify(breaks)}`,
      async () => {
        fc.assert(
          fc.property(json, fc.array(blanks, { minLength: 1, maxLength: 7 }), (json, lead) => {
            const scalar = `'${spread(JSON.stringify(json), line => line.replaceAll("'", "''"), lead, breaks)}'`
            const { objects, refused } = decode(text(scalar))
            if (refused || objects.length !== 1) return false
            const [config] = JSON.stringify(objects[0]).match(/(?<=":|\[)"(?:[^"\\]|\\.)*"/) ?? []
            const found: unknown = JSON.parse(config ?? 'null')
            const same = JSON.stringify(JSON.parse(String(found))) === JSON.stringify(json)
            return same && JSON.stringify(objects[0]) === JSON.stringify(value(found))
          }),
          { seed: 7, numRuns: 60 },
        )
      },
    )
  }
}

t.test('JSON in double quotes, its lines indented anyhow', async () => {
  fc.assert(
    fc.property(json, fc.array(blanks, { minLength: 1, maxLength: 7 }), (json, lead) => {
      const escape = (line: string) => line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
      const scalar = `"${spread(JSON.stringify(json), escape, lead, '\n')}"`
      const { objects, refused } = decode(`spec:\n  config: ${scalar}\n`)
      if (refused) return false
      const [object] = objects as { spec: { config: string } }[]
      return JSON.stringify(JSON.parse(object?.spec.config ?? '')) === JSON.stringify(json)
    }),
    { seed: 8, numRuns: 200 },
  )
})
