import t from 'tap'
import { changed, changesOf, membersFor, sameValue, touchesList } from '../../../src/manifests/edit/change.ts'

t.test('operations become one change of the object', async t => {
  const before = {
    spec: { template: { metadata: { name: 'a' }, spec: { containers: [{ name: 'a' }, { name: 'b' }] } } },
  }
  const changes = changesOf(
    ['spec', 'template'],
    [
      { op: 'add', path: '/metadata/annotations', value: { a: '1' } },
      { op: 'add', path: '/metadata/annotations/x~1y~0z', value: '2' },
      { op: 'add', path: '/spec/containers/1/resources', value: {} },
    ],
  )
  t.strictSame(changed(before, changes), {
    spec: {
      template: {
        metadata: { name: 'a', annotations: { a: '1', 'x/y~z': '2' } },
        spec: { containers: [{ name: 'a' }, { name: 'b', resources: {} }] },
      },
    },
  })
  t.strictSame(before.spec.template.metadata, { name: 'a' }, 'the object itself is left alone')
})

t.test('a mapping in the place of another that has no other keys changes only what differs', async t => {
  const value = { a: '1', b: { c: [1] }, d: '3' }
  const change = membersFor({ a: '1', b: { c: [1] } }, { kind: 'value', value })
  t.strictSame(change, { kind: 'members', members: new Map([['d', { kind: 'value', value: '3' }]]) })
  t.equal(membersFor({ x: '1' }, { kind: 'value', value }).kind, 'value', 'a key would be lost')
  t.equal(membersFor(null, { kind: 'value', value }).kind, 'value', 'there was none')
})

t.test('a change that goes through a list', async t => {
  const change = changesOf([], [{ op: 'add', path: '/spec/containers/0/name', value: 'a' }])
  t.ok(touchesList({ spec: { containers: [{}] } }, change))
  t.notOk(touchesList({ spec: { containers: {} } }, change))
  t.notOk(touchesList([], { kind: 'value', value: 1 }))
})

t.test('the same value', async t => {
  const same: [unknown, unknown][] = [
    [1, 1],
    ['a', 'a'],
    [null, null],
    [[], []],
    [
      { a: 1, b: [2, null] },
      { b: [2, null], a: 1 },
    ],
  ]
  const different: [unknown, unknown][] = [
    [1, '1'],
    [null, undefined],
    [{}, []],
    [null, {}],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: undefined }, { b: undefined }],
  ]
  for (const [a, b] of same) t.ok(sameValue(a, b), JSON.stringify([a, b]))
  for (const [a, b] of different) t.notOk(sameValue(a, b) || sameValue(b, a), JSON.stringify([a, b]))
})
