import fc from 'fast-check'
import t from 'tap'
import { compareNatural } from '../../src/bonding/natural-order.ts'

const sorted = [
  { name: 'numbers by their value', names: ['vf1', 'vf2', 'vf10', 'vf21', 'vf100'] },
  { name: 'numbers in the middle', names: ['port0-vf2', 'port0-vf11', 'port1-vf1', 'port10-vf0'] },
  { name: 'a name before its own continuation', names: ['sriovnet', 'sriovnet1', 'sriovnet1a', 'sriovnet2'] },
  {
    name: 'leading zeros after the plain number, and always in the same place',
    names: ['net001', 'net01', 'net1', 'net2'],
  },
  { name: 'letters by code units', names: ['Net1', 'net1', 'nett', 'né'] },
  { name: 'a digit against a letter by code units', names: ['a-1', 'a1', 'aa'] },
  { name: 'numbers beyond 2^53', names: ['n9007199254740992', 'n9007199254740993', 'n90071992547409930'] },
  { name: 'the empty name first', names: ['', '0', '00a', 'a'] },
]
for (const { name, names } of sorted) {
  t.test(name, async t => {
    t.same([...names].reverse().sort(compareNatural), names)
    t.same([...names].sort(compareNatural), names)
  })
}

t.test('is a total order', async t => {
  const name = fc.stringMatching(/^[a-b01-3.]{0,6}$/)
  const sign = (a: string, b: string) => Math.sign(compareNatural(a, b))
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      const antisymmetric = sign(a, b) + sign(b, a) === 0
      const equalOnlyToItself = (sign(a, b) === 0) === (a === b)
      const transitive = sign(a, b) > 0 || sign(b, c) > 0 || sign(a, c) <= 0
      return antisymmetric && equalOnlyToItself && transitive
    }),
    { seed: 20240801, numRuns: 500 },
  )
  t.pass()
})
