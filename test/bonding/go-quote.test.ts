import t from 'tap'
import { goQuote } from '../../src/bonding/go-quote.ts'

// Printed by Go's %q.
const cases = [
  ['v1', '"v1"'],
  ['a "b" \\', '"a \\"b\\" \\\\"'],
  ['\u0000\u0007\b\t\n\v\f\r\u001b\u007f', '"\\x00\\a\\b\\t\\n\\v\\f\\r\\x1b\\x7f"'],
  ['é 漢 🙂 €', '"é 漢 🙂 €"'],
  ['\u00a0\u2028\ufeff', '"\\u00a0\\u2028\\ufeff"'],
  ['\u{e0001}', '"\\U000e0001"'],
  ["it's", '"it\'s"'],
  ['', '""'],
] as const
t.test('quotes like Go', async t => {
  for (const [text, quoted] of cases) t.equal(goQuote(text), quoted)
})
