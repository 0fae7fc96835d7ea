import fc from 'fast-check'
import t from 'tap'
import { nearest } from '../../src/bonding/did-you-mean.ts'

const cases = [
  { name: 'a letter forgotten', typed: 'bond-net', candidates: ['bond-net1', 'sriovnet1'], expected: ['bond-net1'] },
  { name: 'a letter too much', typed: 'sriovnett1', candidates: ['sriovnet1', 'macvlan'], expected: ['sriovnet1'] },
  { name: 'a letter changed', typed: 'band-net1', candidates: ['bond-net1'], expected: ['bond-net1'] },
  { name: 'two neighbours swapped count as one edit', typed: 'bnod', candidates: ['bond'], expected: ['bond'] },
  {
    name: 'equal but for case hides all others',
    typed: 'FailOverMAC',
    candidates: ['failOverMac', 'FailOverMAD'],
    expected: ['failOverMac'],
  },
  {
    name: 'nearest first',
    typed: 'net12345',
    candidates: ['net12399', 'net12349', 'other'],
    expected: ['net12349', 'net12399'],
  },
  {
    name: 'equally near ones in natural order',
    typed: 'vf',
    candidates: ['vf10', 'vf9', 'vf2'],
    expected: ['vf2', 'vf9'],
  },
  {
    name: 'at most three',
    typed: 'bond-net',
    candidates: ['bond-net4', 'bond-net3', 'bond-net2', 'bond-net1'],
    expected: ['bond-net1', 'bond-net2', 'bond-net3'],
  },
  { name: 'short names may differ by one', typed: 'ab', candidates: ['ac', 'cd', 'a', 'abcd'], expected: ['a', 'ac'] },
  {
    name: 'a third of the length and no more',
    typed: 'abcdef',
    candidates: ['abcdxy', 'abcxyz'],
    expected: ['abcdxy'],
  },
  { name: 'the name itself is no suggestion', typed: 'net1', candidates: ['net1', 'net2'], expected: ['net2'] },
  { name: 'nothing near', typed: 'storage', candidates: ['bond-net1', 'sriovnet1'], expected: [] },
  { name: 'no candidates', typed: 'bond-net1', candidates: [], expected: [] },
  { name: 'an empty name', typed: '', candidates: ['a', 'ab'], expected: ['a'] },
  {
    name: 'never more than twenty edits apart',
    typed: 'a'.repeat(240),
    candidates: ['a'.repeat(219) + 'b'.repeat(21), 'a'.repeat(220) + 'b'.repeat(20)],
    expected: ['a'.repeat(220) + 'b'.repeat(20)],
  },
]
for (const { name, typed, candidates, expected } of cases) {
  t.test(name, async t => {
    t.same(nearest(typed, candidates), expected)
  })
}

t.test('one random edit of a name of three letters and more is always found', async t => {
  const word = fc.stringMatching(/^[a-z0-9-]{3,30}$/)
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('drop', 'double', 'swap'), (name, where, edit) => {
      const at = where % (name.length - 1)
      const typed =
        edit === 'drop'
          ? name.slice(0, at) + name.slice(at + 1)
          : edit === 'double'
            ? name.slice(0, at) + name.slice(at, at + 1) + name.slice(at)
            : name.slice(0, at) + name.slice(at + 1, at + 2) + name.slice(at, at + 1) + name.slice(at + 2)
      const found = nearest(typed, ['something-else-entirely', name])
      return typed === name ? found.length === 0 : found[0] === name && found.length === 1
    }),
    { seed: 7, numRuns: 300 },
  )
  t.pass()
})

t.test('edits are never more than a plain table of distances says', async t => {
  const word = fc.stringMatching(/^[abc]{0,9}$/)
  fc.assert(
    fc.property(word, word, (typed, candidate) => {
      const limit = Math.floor(Math.max(typed.length, 3) / 3)
      const near = typed !== candidate && distance(typed, candidate) <= limit
      return (nearest(typed, [candidate]).length === 1) === near
    }),
    { seed: 11, numRuns: 400 },
  )
  t.pass()
})

/** The textbook recursion, slow and without a band. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const best = [distance(a.slice(1), b) + 1, distance(a, b.slice(1)) + 1]
  best.push(distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1))
  if (a[0] === b[1] && a[1] === b[0] && a.length > 1 && b.length > 1) best.push(distance(a.slice(2), b.slice(2)) + 1)
  return Math.min(...best)
}
