import t from 'tap'
import { componentsIn, refusedLicences } from '../../scripts/refused-licences.ts'

const cases: readonly { readonly name: string; readonly licenses: unknown; readonly refused?: string }[] = [
  { name: 'one that is agreed to', licenses: [{ license: { id: 'MIT' } }] },
  { name: 'one that is not', licenses: [{ license: { id: 'AGPL-3.0-only' } }], refused: 'AGPL-3.0-only' },
  { name: 'none', licenses: undefined, refused: 'none' },
  { name: 'an empty list', licenses: [], refused: 'none' },
  {
    name: 'one without an SPDX id',
    licenses: [{ license: { name: 'SEE LICENSE IN x' } }],
    refused: 'SEE LICENSE IN x',
  },
  { name: 'a choice with one that is agreed to', licenses: [{ expression: '(GPL-2.0-only OR MIT)' }] },
  {
    name: 'a choice of none',
    licenses: [{ expression: 'GPL-2.0-only OR SSPL-1.0' }],
    refused: 'GPL-2.0-only OR SSPL-1.0',
  },
  { name: 'two at once', licenses: [{ expression: 'MIT AND ISC' }] },
  {
    name: 'two at once, one not',
    licenses: [{ expression: '(MIT AND CC-BY-NC-4.0)' }],
    refused: '(MIT AND CC-BY-NC-4.0)',
  },
  { name: 'two in a list', licenses: [{ license: { id: 'MIT' } }, { license: { id: 'X' } }], refused: 'MIT AND X' },
  { name: 'no text', licenses: [{ license: { id: 7 } }, null], refused: 'none AND none' },
]

for (const { name, licenses, refused } of cases) {
  t.test(`licences: ${name}`, async t => {
    const components = componentsIn({ components: [{ name: 'a', version: '1.0.0', licenses }] })
    const expected = refused === undefined ? [] : [{ name: 'a', version: '1.0.0', licence: refused }]
    t.strictSame(refusedLicences(components), expected)
  })
}

t.test('what is no bill of materials is not taken for an empty one', async t => {
  for (const value of [{}, null, [], { components: {} }]) t.throws(() => componentsIn(value))
})
