import fc from 'fast-check'
import t from 'tap'
import { wrap, wrapBehind } from '../../../../src/manifests/lint/report/wrap.ts'

const cases = [
  { name: 'a text that fits', text: 'one two', lines: ['one two'] },
  { name: 'a text that is just as wide', text: 'four four1', lines: ['four four1'] },
  { name: 'a text that does not fit', text: 'one two three', lines: ['one two', '  three'] },
  { name: 'its own indentation first', text: '    one two three', lines: ['    one', '  two', '  three'] },
  {
    name: 'a word that is longer than a line',
    text: 'a aaaaaaaaaaaaaaaa b',
    lines: ['a', '  aaaaaaaaaaaaaaaa', '  b'],
  },
  { name: 'nothing', text: '', lines: [''] },
]
for (const { name, text, lines } of cases) {
  t.test(`wrap: ${name}`, async t => {
    t.strictSame(wrap(text, 10, '  '), lines)
  })
}

t.test('no word is lost, and only single words are wider', async () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 15 }), { minLength: 1 })
  fc.assert(
    fc.property(words, list => {
      const lines = wrap(list.join(' '), 12, '  ')
      const read = lines.map(line => line.trim())
      return read.join(' ') === list.join(' ') && lines.every((line, i) => line.length <= 12 || !read[i]?.includes(' '))
    }),
    { seed: 7 },
  )
})

const heads = [
  { name: 'that leaves room', head: 'a: ', lines: ['a: one two', '  three'] },
  { name: 'that leaves room for a word', head: 'a b c: ', lines: ['a b c: one', '  two', '  three'] },
  { name: 'with blanks, longer than a line', head: 'a b c d e f: ', lines: ['a b c d e f: one', '  two', '  three'] },
]
for (const { name, head, lines } of heads) {
  t.test(`behind a head ${name}`, async t => {
    t.strictSame(wrapBehind(head, 'one two three', 10, '  '), lines)
  })
}
