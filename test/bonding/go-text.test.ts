import t from 'tap'
import { goTrimSpace, goTrimSpan, utf8Length } from '../../src/bonding/go-text.ts'

t.test('goTrimSpace takes away the blanks that Go knows, and only those', async t => {
  const cases = [
    { name: 'nothing around it', text: 'net1', trimmed: 'net1' },
    { name: 'blanks inside stay', text: ' a b ', trimmed: 'a b' },
    { name: 'empty', text: '', trimmed: '' },
    { name: 'only blanks', text: ' \t\n ', trimmed: '' },
    { name: 'tab, line feed, vertical tab, form feed, carriage return', text: '\t\n\v\f\rx\r\f\v\n\t', trimmed: 'x' },
    { name: 'next line (U+0085), which JavaScript keeps', text: '\u0085x\u0085', trimmed: 'x' },
    { name: 'no-break space', text: '\u00a0x\u00a0', trimmed: 'x' },
    { name: 'ogham space mark', text: '\u1680x\u1680', trimmed: 'x' },
    { name: 'en quad to hair space', text: '\u2000\u2001\u2005x\u200a', trimmed: 'x' },
    { name: 'line and paragraph separator', text: '\u2028x\u2029', trimmed: 'x' },
    { name: 'narrow no-break, medium mathematical and ideographic space', text: '\u202fx\u205f\u3000', trimmed: 'x' },
    { name: 'byte order mark, which JavaScript takes away', text: '\ufeffx\ufeff', trimmed: '\ufeffx\ufeff' },
    { name: 'zero width space', text: '\u200bx\u200b', trimmed: '\u200bx\u200b' },
    { name: 'mongolian vowel separator', text: '\u180ex', trimmed: '\u180ex' },
    { name: 'other control characters', text: '\u0000x\u001f', trimmed: '\u0000x\u001f' },
  ]
  for (const { name, text, trimmed } of cases) t.equal(goTrimSpace(text), trimmed, name)
})

t.test('goTrimSpace agrees with unicode.IsSpace on the whole Basic Multilingual Plane', async t => {
  const blanks: string[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    if (goTrimSpace(String.fromCharCode(unit)) === '') blanks.push(unit.toString(16))
  }
  // Printed by a Go 1.26 program that asked unicode.IsSpace about every rune.
  const go = '9 a b c d 20 85 a0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 200a 2028 2029 202f 205f 3000'
  t.equal(blanks.join(' '), go)
})

t.test('goTrimSpan narrows a part of a text', async t => {
  const cases = [
    { name: 'an element of a list', text: 'a, b ,c', start: 2, end: 5, span: { start: 3, end: 4 } },
    { name: 'the whole text', text: ' ab ', start: 0, end: 4, span: { start: 1, end: 3 } },
    { name: 'no blanks', text: 'abc', start: 1, end: 2, span: { start: 1, end: 2 } },
    { name: 'blanks outside of the part do not count', text: '  x  ', start: 2, end: 3, span: { start: 2, end: 3 } },
    { name: 'only blanks: empty, at the end', text: 'a,  ,b', start: 2, end: 4, span: { start: 4, end: 4 } },
    { name: 'an empty part', text: 'a,,b', start: 2, end: 2, span: { start: 2, end: 2 } },
  ]
  for (const { name, text, start, end, span } of cases) t.same(goTrimSpan(text, start, end), span, name)
})

t.test('utf8Length counts bytes as Go does', async t => {
  const cases = [
    { name: 'ASCII', text: 'net1', bytes: 4 },
    { name: 'empty', text: '', bytes: 0 },
    { name: 'two bytes', text: 'é', bytes: 2 },
    { name: 'last character of two bytes', text: '\u07ff', bytes: 2 },
    { name: 'first character of three bytes', text: '\u0800', bytes: 3 },
    { name: 'three bytes', text: '€', bytes: 3 },
    { name: 'four bytes', text: '😀', bytes: 4 },
    { name: 'two of four bytes', text: '😀😀', bytes: 8 },
    { name: 'a lone high surrogate becomes U+FFFD', text: 'a\ud83d', bytes: 4 },
    { name: 'a lone low surrogate becomes U+FFFD', text: '\ude00a', bytes: 4 },
    { name: 'surrogates in the wrong order', text: '\ude00\ud83d', bytes: 6 },
    { name: 'a high surrogate before a pair', text: '\ud83d\ud83d\ude00', bytes: 7 },
    { name: 'the last character of three bytes', text: '\uffff', bytes: 3 },
  ]
  for (const { name, text, bytes } of cases) {
    t.equal(utf8Length(text), bytes, name)
    t.equal(utf8Length(text), new TextEncoder().encode(text).length, `${name}: as an encoder writes it`)
  }
})
