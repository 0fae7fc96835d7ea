import t from 'tap'
import { goFloatText, overflowingNumbers } from '../../src/bonding/go-float.ts'
import { parseGoJson } from '../../src/bonding/go-json.ts'

// What json.Marshal of Go 1.26.8 wrote after json.Unmarshal into an interface{}.
t.test('numbers as Go writes them again', async t => {
  const cases = [
    { literal: '0', go: '0' },
    { literal: '-0', go: '-0' },
    { literal: '-0.0', go: '-0' },
    { literal: '-0e5', go: '-0' },
    { literal: '0.00', go: '0' },
    { literal: '1', go: '1' },
    { literal: '1.0', go: '1' },
    { literal: '1e0', go: '1' },
    { literal: '10e-1', go: '1' },
    { literal: '0.9999999999999999999', go: '1' },
    { literal: '1.5', go: '1.5' },
    { literal: '1.50', go: '1.5' },
    { literal: '1E+2', go: '100' },
    { literal: '1500', go: '1500' },
    { literal: '9007199254740993', go: '9007199254740992' },
    { literal: '9223372036854775807', go: '9223372036854775807'.replace(/5807$/, '6000') },
    { literal: '123456789012345678901', go: '123456789012345680000' },
    { literal: '1e20', go: '100000000000000000000' },
    { literal: '1e21', go: '1e+21' },
    { literal: '-1e21', go: '-1e+21' },
    { literal: '1234567890123456789012', go: '1.2345678901234568e+21' },
    { literal: '0.000001', go: '0.000001' },
    { literal: '0.0000001', go: '1e-7' },
    { literal: '0.00000012', go: '1.2e-7' },
    { literal: '1e-10', go: '1e-10' },
    { literal: '5e-324', go: '5e-324' },
    { literal: '1e-400', go: '0' },
    { literal: '-1e-400', go: '-0' },
    { literal: '1.7976931348623157e308', go: '1.7976931348623157e+308' },
    { literal: '1.7976931348623158e308', go: '1.7976931348623157e+308' },
    { literal: '1.7976931348623159e308', go: undefined },
    { literal: '1e309', go: undefined },
    { literal: '-1e400', go: undefined },
    { literal: '9'.repeat(309), go: undefined },
    { literal: '9'.repeat(308), go: '1e+308' },
  ]
  for (const { literal, go } of cases) t.equal(goFloatText(literal), go, literal)
})

t.test('overflowing numbers are found in document order, wherever they are', async t => {
  const cases = [
    { text: '1', found: [] },
    { text: '1e400', found: ['1e400'] },
    { text: '[1e401,1,[1e402,{"a":1e403,"a":1e404}],-1e405]', found: ['1e401', '1e402', '1e403', '1e404', '-1e405'] },
    { text: '{"a":{"b":1e401},"c":[1e402],"d":1e403}', found: ['1e401', '1e402', '1e403'] },
    { text: '["1e400",{"1e400":true}]', found: [] },
  ]
  for (const { text, found } of cases) {
    const reading = parseGoJson(text)
    const numbers = reading.kind === 'json' ? overflowingNumbers(reading.root) : []
    t.same(
      numbers.map(number => number.literal),
      found,
      JSON.stringify(text),
    )
  }
})
