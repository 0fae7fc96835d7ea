import t from 'tap'
import { readEscape } from '../../../src/manifests/yaml/escape.ts'

t.test('escape sequences that libyaml knows', async t => {
  const cases: Record<string, string> = {
    '\\0': '\0',
    '\\a': '\x07',
    '\\b': '\b',
    '\\t': '\t',
    '\\\t': '\t',
    '\\n': '\n',
    '\\v': '\v',
    '\\f': '\f',
    '\\r': '\r',
    '\\e': '\x1B',
    '\\ ': ' ',
    '\\"': '"',
    "\\'": "'",
    '\\\\': '\\',
    '\\N': '\x85',
    '\\_': '\xA0',
    '\\L': '\u2028',
    '\\P': '\u2029',
    '\\x41': 'A',
    '\\u00e9': 'é',
    '\\uD7FF': '\uD7FF',
    '\\U0001F600': '😀',
    '\\U0010FFFF': '\u{10FFFF}',
  }
  for (const [source, text] of Object.entries(cases)) {
    t.strictSame(
      readEscape(`"${source}rest"`, 1),
      { kind: 'known', text, length: source.length },
      JSON.stringify(source),
    )
  }
})

t.test('those it does not know', async t => {
  for (const source of [
    '\\q',
    '\\/',
    '\\1',
    '\\X41',
    '\\x4',
    '\\xzz',
    '\\u12',
    '\\ud83d',
    '\\uDFFF',
    '\\U00110000',
    '\\U1F600',
    '\\constructor',
  ]) {
    t.equal(readEscape(`${source}"`, 0).kind, 'unknown', JSON.stringify(source))
  }
})
