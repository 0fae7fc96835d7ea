import fc from 'fast-check'
import t from 'tap'
import { readDocuments } from '../../src/manifests/read-documents.ts'
import type { ManifestObject } from '../../src/manifests/manifest-object.ts'

const path = ['spec', 'config']

function objectWith(config: string, head = 'spec:\n  config: '): ManifestObject {
  const text = `apiVersion: v1\nkind: Thing\n${head}${config}`
  const { objects, problems } = readDocuments(text, 'a.yaml')
  const [object] = objects
  if (object === undefined) throw new Error(JSON.stringify({ text, problems }))
  return object
}

/** The character of the file that stands for one of the value. */
function charAt(object: ManifestObject, offset: number): string {
  const position = object.scalarPosition(path, offset)
  if (position === undefined) return ''
  return object.source.line(position.line).charAt(position.column - 1)
}

t.test('every style: where the "b" of "bond" stands', async t => {
  const cases = [
    { name: 'plain', config: 'type bond\n', line: 4, column: 16 },
    { name: 'plain over lines', config: 'type\n    bond\n', line: 5, column: 5 },
    { name: 'single-quoted on one line', config: `'{"type": "bond"}'\n`, line: 4, column: 22 },
    { name: 'single-quoted, a doubled quote before it', config: `'it''s a bond'\n`, line: 4, column: 20 },
    { name: 'single-quoted over lines', config: `'{\n    "type":\n\n    "bond"}'\n`, line: 7, column: 6 },
    { name: 'single-quoted, not indented', config: `'{\n"type": "bond"}'\n`, line: 5, column: 10 },
    { name: 'single-quoted with CRLF', config: `'{\r\n  "type":\r\n   "bond"}'\r\n`, line: 6, column: 5 },
    { name: 'double-quoted', config: `"{\\"type\\": \\"bond\\"}"\n`, line: 4, column: 25 },
    { name: 'double-quoted over escaped breaks', config: `"{\\"type\\": \\\n    \\"bond\\"}"\n`, line: 5, column: 7 },
    {
      name: 'double-quoted with escapes of other lengths',
      config: `"\\x41\\u00e9\\U0001F600\\tbond"\n`,
      line: 4,
      column: 34,
    },
    { name: 'literal', config: `|\n    {\n      "type": "bond"\n    }\n`, line: 6, column: 16 },
    { name: 'literal, stripped, with a comment', config: `|- # c\n\n    bond\n`, line: 6, column: 5 },
    { name: 'literal with its own indentation', config: `|2\n      bond\n`, line: 5, column: 7 },
    { name: 'folded', config: `>\n    type\n    bond\n`, line: 6, column: 5 },
    { name: 'folded behind a paragraph', config: `>-\n    type\n\n    a bond\n`, line: 7, column: 7 },
    { name: 'behind a tag and an anchor', config: `!!str &x 'bond'\n`, line: 4, column: 21 },
  ]
  for (const { name, config, line, column } of cases) {
    const object = objectWith(config)
    const value = object.value['spec'] as { config: string }
    t.strictSame(object.scalarPosition(path, value.config.indexOf('bond')), { line, column }, name)
  }
})

t.test('JSON files', async t => {
  const text = '{"apiVersion": "v1", "kind": "X",\n "spec": {"config": "{\\"\\u0074ype\\": \\"bond\\"}"}}\n'
  const [object] = readDocuments(text, 'a.json').objects
  const value = object?.value['spec'] as { config: string }
  t.equal(value.config, '{"type": "bond"}')
  t.strictSame(object?.scalarPosition(path, value.config.indexOf('bond')), { line: 2, column: 40 })
  t.strictSame(object?.scalarPosition(path, 0), { line: 2, column: 22 })
})

t.test('the ends of a text', async t => {
  const object = objectWith(`'ab'\n`)
  t.strictSame(object.scalarPosition(path, 0), { line: 4, column: 12 })
  t.strictSame(object.scalarPosition(path, 2), { line: 4, column: 14 }, 'its length is the place behind it')
  t.equal(object.scalarPosition(path, 3), undefined)
  t.equal(object.scalarPosition(path, -1), undefined)
})

t.test('what is no text has no places inside', async t => {
  const object = objectWith('1\n')
  t.equal(object.scalarPosition(path, 0), undefined)
  t.equal(object.scalarPosition(['spec'], 0), undefined)
  t.equal(object.scalarPosition(['spec', 'none'], 0), undefined)
})

t.test('a folded break and an escape stand where they are written', async t => {
  const folded = objectWith(`'a\n    b'\n`)
  t.strictSame(folded.scalarPosition(path, 1), { line: 4, column: 13 }, 'the blank is the line break')
  const escaped = objectWith(`"a\\u0062c"\n`)
  t.strictSame(escaped.scalarPosition(path, 1), { line: 4, column: 13 }, 'the backslash')
  t.strictSame(escaped.scalarPosition(path, 2), { line: 4, column: 19 })
})

const word = fc.constantFrom(
  '{',
  '}',
  '"type":',
  '"bond"',
  ',',
  "it's",
  '\\',
  '#',
  ':',
  '- x',
  '[1]',
  'é',
  '😀',
  'x',
  '<1>',
)
t.test('an empty text begins where its first character would stand', async t => {
  const cases = [
    { config: "''\n", column: 12 },
    { config: '""\n', column: 12 },
    { config: '|\n', column: 11 },
  ]
  for (const { config, column } of cases)
    t.strictSame(objectWith(config).scalarPosition(path, 0), { line: 4, column }, JSON.stringify(config))
  t.equal(objectWith("''\n").scalarPosition(path, 1), undefined)
})

const words = fc.array(word, { minLength: 1, maxLength: 5 }).map(parts => parts.join(' '))
const lines = fc.array(words, { minLength: 1, maxLength: 6 })
const indents = fc.array(fc.nat(9), { minLength: 6, maxLength: 6 })

/** Each takes lines and their indentation, and gives the scalar and its value. */
const writers: Record<
  string,
  (lines: readonly string[], indents: readonly number[]) => { config: string; value: string }
> = {
  'single-quoted, indented anyhow': (lines, indents) => ({
    config: `'${lines.map(line => line.replaceAll("'", "''")).join('\n?')}'\n`.replaceAll(/\?/g, lead(indents)),
    value: lines.join(' '),
  }),
  'double-quoted, indented anyhow': (lines, indents) => ({
    config: `"${lines.map(line => JSON.stringify(line).slice(1, -1)).join('\n?')}"\n`.replaceAll(/\?/g, lead(indents)),
    value: lines.join(' '),
  }),
  literal: lines => ({ config: `|\n${lines.map(line => `    ${line}\n`).join('')}`, value: `${lines.join('\n')}\n` }),
  folded: lines => ({ config: `>-\n${lines.map(line => `    ${line}\n`).join('')}`, value: lines.join(' ') }),
  'one line, double-quoted': lines => ({ config: `${JSON.stringify(lines.join('\n'))}\n`, value: lines.join('\n') }),
}

function lead(indents: readonly number[]): () => string {
  let index = 0
  return () => ' '.repeat(indents[index++ % indents.length] ?? 0)
}

for (const [style, write] of Object.entries(writers)) {
  t.test(`${style}: the value is what was written, and every character of it is found again`, async () => {
    fc.assert(
      fc.property(lines, indents, (lines, indents) => {
        const { config, value } = write(lines, indents)
        const object = objectWith(config)
        if ((object.value['spec'] as { config: string }).config !== value) return false
        return Array.from({ length: value.length }, (_, offset) => offset).every(offset => {
          const char = value.charAt(offset)
          const found = charAt(object, offset)
          // Breaks and what is escaped stand as something else.
          if (/\s/.test(char)) return found === char || found === '' || found === '\\'
          return found === char || (found === '\\' && '"\\'.includes(char))
        })
      }),
      { seed: 3, numRuns: 200 },
    )
  })
}
