import fc from 'fast-check'
import t from 'tap'
import { fromBase64url, toBase64url } from '../../docs/playground/base64url.ts'

t.test('as Node writes it, and back', async t => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
      const text = toBase64url(bytes)
      const back = fromBase64url(text)
      return text === Buffer.from(bytes).toString('base64url') && back !== undefined && Buffer.from(bytes).equals(back)
    }),
    { seed: 10, numRuns: 500 },
  )
  t.pass('500 runs')
})

t.test('more bytes than a call takes arguments', async t => {
  const bytes = new Uint8Array(300_000).map((_, index) => index % 251)
  t.ok(Buffer.from(bytes).equals(fromBase64url(toBase64url(bytes)) ?? new Uint8Array()))
})

const wrong = [
  { name: 'one character alone, which is no byte', text: 'A' },
  { name: 'the alphabet of plain base64', text: 'ab+/' },
  { name: 'padding', text: 'QQ==' },
  { name: 'blanks', text: 'QU JD' },
  { name: 'a line break at the end', text: 'QUJD\n' },
  { name: 'what is no ASCII', text: 'QÜJD' },
]
for (const { name, text } of wrong) {
  t.test(`refused: ${name}`, async t => t.equal(fromBase64url(text), undefined))
}
