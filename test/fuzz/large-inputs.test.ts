import t from 'tap'
import { parsers } from './parser-targets.ts'

/**
 * Characters: what takes more than its share for each of them does not end in time. As much as etcd stores of one object,
 * where a character costs nanoseconds.
 */
const sizes: ReadonlyMap<string, number> = new Map([
  ['networks annotation', 300_000],
  ['JSON as Go reads it', 300_000],
])

const list = 'a@b,c@d'
const config = '{"type":"bond","links":[{"name":"net1"}]}'

/** What one text is made of: a beginning, one piece again and again, an end. */
const texts: readonly { readonly name: string; readonly of: readonly [string, string, string] }[] = [
  ...Array.from('[{"\'\\,:@/ \t\n\r-#&*|>%!?0eé\u0000\u2028\ud800').map(char => ({
    name: JSON.stringify(char),
    of: ['', char, ''] as const,
  })),
  { name: 'blanks before a list', of: ['', ' ', list] },
  { name: 'blanks behind a list', of: [list, ' ', ''] },
  { name: 'blanks in the middle of a list', of: ['a', ' ', '@b'] },
  { name: 'one long name', of: ['', 'a', '@b'] },
  { name: 'one long interface', of: ['a@', 'b', '!'] },
  { name: 'many elements', of: ['', 'a@b,', 'c'] },
  { name: 'many elements as JSON', of: ['[', '{"name":"a"},', '{"name":"b"}]'] },
  { name: 'objects in objects', of: ['', '{"a":', '1'] },
  { name: 'many keys', of: ['{', '"type":"bond",', '"mode":"1"}'] },
  { name: 'many links', of: ['{"type":"bond","links":[', '{"name":"net1"},', '{"name":"net2"}]}'] },
  { name: 'many plugins', of: ['{"name":"a","plugins":[', '{"type":"bond"},', '{"type":"bond"}]}'] },
  { name: 'many plugins without a type', of: ['{"name":"a","plugins":[', '{},', '{}]}'] },
  { name: 'a long string', of: ['{"type":"bond","mode":"', 'x', '"}'] },
  { name: 'a long string of escapes', of: ['{"type":"bond","mode":"', '\\u0041', '"}'] },
  { name: 'a string that does not end', of: ['{"type":"', 'bond\\"', ''] },
  { name: 'a long number', of: ['{"miimon":', '9', '}'] },
  { name: 'an unreadable config that names a type again and again', of: ['', '"type": "bond" ', ''] },
  { name: 'text behind a config', of: [config, ' }', ''] },
]

for (const { name, parse } of parsers) {
  const size = sizes.get(name)
  if (size === undefined) continue
  t.test(`${size} characters end in time: ${name}`, async t => {
    const ended: string[] = []
    for (const { name, of } of texts) {
      const [begin, piece, end] = of
      parse(begin + piece.repeat(size / piece.length) + end)
      ended.push(name)
    }
    t.equal(ended.length, texts.length)
  })
}
