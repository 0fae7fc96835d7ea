import t from 'tap'
import { oneLine, quote } from '../../../src/bonding/networks-annotation/quote.ts'

const quoted: { name: string; text: string; expected: string }[] = [
  { name: 'a plain text', text: 'net-a', expected: '"net-a"' },
  { name: 'a space stays a space', text: 'a b', expected: '"a b"' },
  { name: 'a quotation mark', text: 'a"b', expected: '"a\\"b"' },
  { name: 'a line break', text: 'a\nb', expected: '"a\\nb"' },
  { name: 'a no-break space', text: 'a\u00a0b', expected: '"a\\u00a0b"' },
  { name: 'a byte order mark', text: '\ufeffa', expected: '"\\ufeffa"' },
  { name: 'letters of other scripts', text: 'é😀', expected: '"é😀"' },
  { name: 'an unseen character of two units', text: '\u{e0001}', expected: '"\\udb40\\udc01"' },
  { name: 'a text that just fits', text: 'x'.repeat(60), expected: `"${'x'.repeat(60)}"` },
  { name: 'a text that does not', text: 'x'.repeat(61), expected: `"${'x'.repeat(57)}..."` },
]

for (const { name, text, expected } of quoted) t.test(`quote: ${name}`, async t => void t.equal(quote(text), expected))

t.test('a text of another program becomes one line of bounded length', async t => {
  t.equal(oneLine('mismatch @ "a\nb"'), 'mismatch @ "a\\u000ab"')
  t.equal(oneLine('x'.repeat(1000)).length, 120)
})
