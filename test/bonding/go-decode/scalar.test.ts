import t from 'tap'
import { decodeGo, goBool, goInt, goIp, goString, type GoType } from '../../../src/bonding/go-decode.ts'
import { parseGoJson } from '../../../src/bonding/go-json.ts'

/** The value after decoding, or Go's error. */
function decode<T>(text: string, type: GoType<T>): T | string | undefined {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') throw new Error(reading.problem.goMessage)
  const { value, mismatches, goMessage } = decodeGo(reading.root, type)
  return mismatches.length > 0 ? goMessage : value
}

const refused = (what: string, type: string): string => `json: cannot unmarshal ${what} into Go value of type ${type}`

t.test('string', async t => {
  const cases = [
    { text: '"net1"', value: 'net1' },
    { text: '""', value: '' },
    { text: String.raw`"\ud83d"`, value: '\ufffd' },
    { text: 'null', value: '' },
    { text: '1', value: refused('number', 'string') },
    { text: '1e400', value: refused('number', 'string') },
    { text: 'true', value: refused('bool', 'string') },
    { text: '[]', value: refused('array', 'string') },
    { text: '{}', value: refused('object', 'string') },
  ]
  for (const { text, value } of cases) t.equal(decode(text, goString), value, text)
})

t.test('bool', async t => {
  const cases = [
    { text: 'true', value: true },
    { text: 'false', value: false },
    { text: 'null', value: false },
    { text: '"true"', value: refused('string', 'bool') },
    { text: '1', value: refused('number', 'bool') },
    { text: '[true]', value: refused('array', 'bool') },
    { text: ' {}', value: refused('object', 'bool') },
  ]
  for (const { text, value } of cases) t.equal(decode(text, goBool), value, text)
})

t.test('int takes integer literals of 64 bits', async t => {
  const cases = [
    { text: '0', value: 0 },
    { text: '-0', value: 0 },
    { text: '1500', value: 1500 },
    { text: '-1', value: -1 },
    { text: '9007199254740991', value: 9007199254740991 },
    { text: '9223372036854775807', value: 2 ** 63 },
    { text: '-9223372036854775808', value: -(2 ** 63) },
    { text: '9223372036854775808', value: refused('number 9223372036854775808', 'int') },
    { text: '-9223372036854775809', value: refused('number -9223372036854775809', 'int') },
    { text: '99999999999999999999999', value: refused('number 99999999999999999999999', 'int') },
    { text: '1.0', value: refused('number 1.0', 'int') },
    { text: '80.5', value: refused('number 80.5', 'int') },
    { text: '1e0', value: refused('number 1e0', 'int') },
    { text: '8E1', value: refused('number 8E1', 'int') },
    { text: '1e400', value: refused('number 1e400', 'int') },
    { text: 'null', value: 0 },
    { text: '"1"', value: refused('string', 'int') },
    { text: 'true', value: refused('bool', 'int') },
    { text: '[1]', value: refused('array', 'int') },
    { text: ' {}', value: refused('object', 'int') },
  ]
  for (const { text, value } of cases) t.equal(decode(text, goInt), value, text)
})

t.test('-0 is 0', async t => {
  t.ok(Object.is(decode('-0', goInt), 0))
})

t.test('net.IP reads text by its own method', async t => {
  const cases = [
    { text: '"10.56.217.1"', value: '10.56.217.1' },
    { text: '"fd00::1"', value: 'fd00::1' },
    { text: '"::ffff:10.0.0.1"', value: '::ffff:10.0.0.1' },
    { text: '""', value: null },
    { text: 'null', value: null },
    { text: '"10.0.0.5/24"', value: 'invalid IP address: 10.0.0.5/24' },
    { text: '"010.0.0.5"', value: 'invalid IP address: 010.0.0.5' },
    { text: '"fe80::1%eth0"', value: 'invalid IP address: fe80::1%eth0' },
    { text: '" 10.0.0.5"', value: 'invalid IP address:  10.0.0.5' },
    { text: '1', value: refused('number', 'net.IP') },
    { text: 'true', value: refused('bool', 'net.IP') },
    { text: '[]', value: refused('array', 'net.IP') },
    { text: ' {}', value: refused('object', 'net.IP') },
  ]
  for (const { text, value } of cases) t.equal(decode(text, goIp), value, text)
})
