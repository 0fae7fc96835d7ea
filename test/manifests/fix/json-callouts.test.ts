import t from 'tap'
import { jsonCallouts } from '../../../src/manifests/fix/json-callouts.ts'

const cases: readonly { name: string; text: string; found: readonly string[] | undefined }[] = [
  { name: 'in angle brackets', text: '{"type": "bond", <1>\n"mode": "x"}', found: ['<1>'] },
  { name: 'bare behind a comma', text: '{"type": "bond", 1\n"mode": "x"}', found: ['1'] },
  { name: 'in a circle', text: '{"type": "bond", ①\n"mode": "x"}', found: ['①'] },
  {
    name: 'several',
    text: '{"type": "bond", <1>\n"links": [ <2>\n{"name": "net1"}]} <12>',
    found: ['<1>', '<2>', '<12>'],
  },
  { name: 'a number in front of an object', text: '{"links": [ 5\n{"name": "net1"}]}', found: ['5'] },
  { name: 'none', text: '{"type": "bond"}', found: undefined },
  { name: 'numbers that are values', text: '{"mtu": 1, "links": [1, 2]}', found: undefined },
  { name: 'another mistake besides', text: '{"type": "bond", <1>\n"mode": "x"', found: undefined },
  { name: 'another mistake only', text: '{"type": "bond",}', found: undefined },
  { name: 'inside a text', text: '{"type": "bond <1>"}', found: undefined },
  { name: 'a number where a comma is missing', text: '{"links": [1 2]}', found: undefined },
]

for (const { name, text, found } of cases) {
  t.test(name, async t => {
    t.strictSame(
      jsonCallouts(text)?.map(({ start, end }) => text.slice(start, end)),
      found,
    )
  })
}

t.test('an end is found to however many', async t => {
  t.equal(jsonCallouts(`{"a": ${'<1>\n'.repeat(2000)}`), undefined)
})
