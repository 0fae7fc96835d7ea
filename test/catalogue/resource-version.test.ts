import t from 'tap'
import { isLaterVersion } from '../../src/cluster/resource-version.ts'

const cases: readonly [string, string, boolean][] = [
  ['105', '104', true],
  ['104', '105', false],
  ['105', '105', false],
  ['1000', '999', true],
  ['999', '1000', false],
  ['98765432109876543210', '98765432109876543209', true],
  ['', '104', false],
  ['105', '', false],
  ['b', 'a', false],
  ['105', '0104', false],
]
for (const [a, b, later] of cases) {
  t.test(`"${a}" is ${later ? '' : 'not known to be '}later than "${b}"`, async t => {
    t.equal(isLaterVersion(a, b), later)
  })
}
