import fc from 'fast-check'
import t from 'tap'
import { EditedText } from '../../src/manifests/edited-text.ts'
import type { TextEdit } from '../../src/manifests/edited-text.ts'

t.test('edits are made, and every offset finds its way back', async t => {
  const cases: { name: string; edits: TextEdit[]; text: string; back: [number, number][] }[] = [
    {
      name: 'nothing',
      edits: [],
      text: 'abcdef',
      back: [
        [0, 0],
        [6, 6],
      ],
    },
    {
      name: 'an insertion: its own characters come from where it was made',
      edits: [{ offset: 2, removed: 0, inserted: '--' }],
      text: 'ab--cdef',
      back: [
        [1, 1],
        [2, 2],
        [3, 2],
        [4, 2],
        [5, 3],
        [8, 6],
      ],
    },
    {
      name: 'a removal',
      edits: [{ offset: 1, removed: 2, inserted: '' }],
      text: 'adef',
      back: [
        [0, 0],
        [1, 3],
        [2, 4],
      ],
    },
    {
      name: 'two edits',
      edits: [
        { offset: 0, removed: 1, inserted: 'XY' },
        { offset: 4, removed: 1, inserted: '' },
      ],
      text: 'XYbcdf',
      back: [
        [0, 0],
        [1, 0],
        [2, 1],
        [4, 3],
        [5, 5],
        [6, 6],
      ],
    },
    {
      name: 'at the end',
      edits: [{ offset: 6, removed: 0, inserted: '!' }],
      text: 'abcdef!',
      back: [
        [5, 5],
        [6, 6],
        [7, 6],
      ],
    },
  ]
  for (const { name, edits, text, back } of cases) {
    const edited = new EditedText('abcdef', edits)
    t.equal(edited.text, text, name)
    for (const [offset, original] of back) t.equal(edited.originalOffset(offset), original, `${name}: ${offset}`)
  }
})

t.test('characters that were not inserted come from their own place, whatever was edited', async () => {
  const edit = fc.record({
    gap: fc.nat(4),
    removed: fc.nat(3),
    inserted: fc.string({ maxLength: 3, unit: fc.constant('+') }),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), recipe => {
      const original = Array.from({ length: 80 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('')
      let at = 0
      const edits = recipe.map(({ gap, removed, inserted }) => {
        const offset = at + gap
        at = offset + removed
        return { offset, removed, inserted }
      })
      const edited = new EditedText(original, edits)
      for (const [offset, char] of edited.text.split('').entries()) {
        if (char !== '+' && original[edited.originalOffset(offset)] !== char) return false
      }
      return true
    }),
    { seed: 1, numRuns: 500 },
  )
})
