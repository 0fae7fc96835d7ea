import t from 'tap'
import { annotations } from '../../../src/bonding/keys.ts'
import { openshift, play } from '../scene.ts'

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(',')

t.test('a list that is longer than any pod can have is refused as a whole, with one finding', async t => {
  const refused = (annotation: object, networks?: string) =>
    play({ label: '', annotations: { ...annotation }, ...(networks === undefined ? {} : { networks }) }).refused
  t.strictSame(refused({ [annotations.bonds]: many(51, i => `a${i}`) }), ['bonds-annotation-readable'])
  t.strictSame(refused({ [annotations.links]: many(51, i => `a${i}`) }), ['links-annotation-readable'])
  t.strictSame(
    refused(
      {},
      many(251, i => `a${i}@b${i}`),
    ),
    ['networks-annotation-readable'],
  )
  t.strictSame(
    refused(
      {},
      many(30_000, () => 'bond-net1@q'),
    ),
    ['networks-annotation-readable'],
  )
  t.strictSame(refused({ [annotations.bonds]: many(40_000, i => `a${i}`) }), ['bonds-annotation-readable'])
})

t.test('a long list that is not longer than that is read', async t => {
  const networks = many(240, i => `oam@o${i}`)
  t.match(play({ networks, definitions: openshift }).networks, /,sriovnet1@net1,sriovnet2@net2,bond-net1@bond0$/)
})
