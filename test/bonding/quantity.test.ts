import t from 'tap'
import { wholeDevices } from '../../src/bonding/quantity.ts'

// The right column is what apimachinery's resource.ParseQuantity makes of it, as a whole number.
const cases: readonly [unknown, bigint | undefined][] = [
  ['1', 1n],
  [1, 1n],
  ['+3', 3n],
  ['1.0', 1n],
  ['2.', 2n],
  ['.5k', 500n],
  ['2000m', 2n],
  ['2000000u', 2n],
  ['2000000000n', 2n],
  ['1k', 1000n],
  ['1Ki', 1024n],
  ['1.5Ki', 1536n],
  ['1M', 1000000n],
  ['1E', 1000000000000000000n],
  ['1E3', 1000n],
  ['1e3', 1000n],
  ['10e-1', 1n],
  [1e21, 1000000000000000000000n],
  ['0', 0n],
  [null, 0n],
  ['1.5', undefined],
  ['1500m', undefined],
  ['-1', undefined],
  ['', undefined],
  ['.', undefined],
  ['one', undefined],
  ['1 ', undefined],
  ['1K', undefined],
  ['1e', undefined],
  ['0x10', undefined],
  [`1e${'9'.repeat(9)}`, undefined],
  [true, undefined],
  [{}, undefined],
]

for (const [quantity, expected] of cases) {
  t.test(JSON.stringify(quantity), async t => t.equal(wholeDevices(quantity), expected))
}
