import fc from 'fast-check'
import t from 'tap'
import { EditedText } from '../../../src/manifests/edited-text.ts'
import { EditHistory } from '../../../src/manifests/fix/edit-history.ts'

t.test('edits of edits are edits of the original', async t => {
  const once = new EditHistory('mode: 1, mtu: 2').edited([{ offset: 6, removed: 1, inserted: '"1"' }])
  t.equal(once.text, 'mode: "1", mtu: 2')
  const twice = once.edited([
    { offset: 0, removed: 0, inserted: '{' },
    { offset: 16, removed: 1, inserted: '' },
  ])
  t.equal(twice.text, '{mode: "1", mtu: ')
  t.equal(twice.original, 'mode: 1, mtu: 2')
  t.strictSame(twice.edits, [
    { offset: 0, removed: 0, inserted: '{' },
    { offset: 6, removed: 1, inserted: '"1"' },
    { offset: 14, removed: 1, inserted: '' },
  ])
})

t.test('what was put in and taken out again is no edit', async t => {
  const text = new EditHistory('ab').edited([{ offset: 1, removed: 0, inserted: 'x' }])
  t.strictSame(text.edited([{ offset: 1, removed: 1, inserted: '' }]).edits, [])
})

t.test('an edit in the middle of what was put in', async t => {
  const text = new EditHistory('ab').edited([{ offset: 1, removed: 0, inserted: 'wxyz' }])
  t.strictSame(text.edited([{ offset: 2, removed: 2, inserted: '-' }]).edits, [
    { offset: 1, removed: 0, inserted: 'w-z' },
  ])
})

t.test('places of the original', async t => {
  const text = new EditHistory('abcdef').edited([
    { offset: 0, removed: 2, inserted: '' },
    { offset: 4, removed: 0, inserted: '__' },
  ])
  t.equal(text.text, 'cd__ef')
  const places = Array.from({ length: 7 }, (_, offset) => text.originalOffset(offset))
  t.strictSame(places, [2, 3, 4, 4, 4, 5, 6])
})

/** Edits that fit a text of that length. */
const editsFor = (length: number) =>
  fc.uniqueArray(fc.nat(length), { maxLength: 8 }).chain(offsets => {
    const sorted = offsets.toSorted((a, b) => a - b)
    return fc.tuple(
      ...sorted.map((offset, index) =>
        fc.record({
          offset: fc.constant(offset),
          removed: fc.nat(Math.max(0, (sorted[index + 1] ?? length) - offset)),
          inserted: fc.string({ maxLength: 3 }),
        }),
      ),
    )
  })

t.test('any edits in any rounds: the edits make the text out of the original', async t => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      fc.array(fc.infiniteStream(fc.nat()), { maxLength: 1 }),
      fc.gen(),
      (original, _, gen) => {
        let history = new EditHistory(original)
        for (let round = 0; round < 4; round += 1) {
          const edits = gen(editsFor, history.text.length)
          const expected = new EditedText(history.text, edits).text
          history = history.edited(edits)
          t.equal(history.text, expected)
          t.equal(new EditedText(original, history.edits).text, expected)
        }
      },
    ),
    { seed: 20, numRuns: 200 },
  )
})
