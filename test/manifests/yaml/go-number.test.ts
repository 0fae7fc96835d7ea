import t from 'tap'
import { numberKey, parseNumber } from '../../../src/manifests/yaml/go-number.ts'

t.test('numbers', async t => {
  const cases: [text: string, value: number, float: boolean][] = [
    ['0', 0, false],
    ['-0', 0, false],
    ['12', 12, false],
    ['+12', 12, false],
    ['010', 8, false],
    ['0o10', 8, false],
    ['0x1F', 31, false],
    ['-0b11', -3, false],
    ['1_000', 1000, false],
    ['0_7', 7, false],
    ['18446744073709551615', 18446744073709551615, false],
    ['18446744073709551616', 18446744073709551616, true],
    ['-9223372036854775808', -9223372036854775808, false],
    ['-9223372036854775809', -9223372036854775809, true],
    ['+9223372036854775808', 9223372036854775808, true],
    ['08', 8, true],
    ['1.', 1, true],
    ['1.0', 1, true],
    ['.5', 0.5, true],
    ['.1_0', 0.1, true],
    ['-1.5e-3', -0.0015, true],
    ['1e400x'.slice(0, 3), 1e4, true],
  ]
  for (const [text, value, float] of cases) t.strictSame(parseNumber(text), { value, float }, text)
})

t.test('texts', async t => {
  for (const text of [
    '',
    '-',
    '+',
    '.',
    '_1',
    '0x',
    '0b2',
    '0o8',
    '1e',
    '1e400',
    '1:30',
    '2001-01-01',
    '1.2.3',
    '.1__0',
    '._1',
    '0xfffffffffffffffff',
    '１',
    'Infinity',
    '0x1p4',
    ' 1',
    '1 ',
  ]) {
    t.equal(parseNumber(text), undefined, JSON.stringify(text))
  }
})

t.test('numbers as keys', async t => {
  const cases: [value: number, key: string | undefined][] = [
    [0, '0'],
    [-5, '-5'],
    [1e6, '1000000'],
    [1.5, '1.5'],
    [0.1, '0.1'],
    [0.30000000000000004, '0.3'],
    [1 / 3, '0.33333334'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1234567.5, '1.2345675e+06'],
    [2 ** 63, undefined],
  ]
  for (const [value, key] of cases) t.equal(numberKey(value), key, String(value))
})
