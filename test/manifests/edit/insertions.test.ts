import t from 'tap'
import { insertionsBetween } from '../../../src/manifests/edit/insertions.ts'

const cases: [name: string, before: string, after: string, insertions: [offset: number, text: string][] | undefined][] =
  [
    ['nothing', 'a', 'a', []],
    ['at the end', 'a', 'a,b', [[1, ',b']]],
    ['at the beginning', 'b', 'a,b', [[0, 'a,']]],
    ['into nothing', '', 'a', [[0, 'a']]],
    ['a repetition', 'a,b', 'a,b,b', [[3, ',b']]],
    [
      'a name and what is appended',
      'a,b',
      'a@net1,b,c',
      [
        [1, '@net1'],
        [3, ',c'],
      ],
    ],
    ['something was taken out', 'abc', 'ac', undefined],
    ['something was changed', '[1]', '{1}', undefined],
    ['something was moved', 'ab', 'ba', undefined],
    ['a character of two units, before one that begins alike', '😀', '😁😀', [[0, '😁']]],
    ['a character of two units, behind one that ends alike', '\u{1F600}', '\u{1F600}\u{1FA00}', [[2, '\u{1FA00}']]],
  ]

for (const [name, before, after, wanted] of cases) {
  t.test(name, async t => {
    const found = insertionsBetween(before, after)
    t.strictSame(
      found?.map(({ offset, text }) => [offset, text]),
      wanted,
    )
  })
}
