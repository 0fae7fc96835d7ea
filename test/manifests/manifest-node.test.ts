import t from 'tap'
import { parseGoJson } from '../../src/bonding/go-json.ts'
import type { Path } from '../../src/bonding/place.ts'
import { jsonTree } from '../../src/manifests/json-tree.ts'
import { nodeAt, valueOf } from '../../src/manifests/manifest-node.ts'
import type { ManifestNode } from '../../src/manifests/manifest-node.ts'

function tree(text: string): ManifestNode {
  const reading = parseGoJson(text)
  if (reading.kind !== 'json') throw new Error(text)
  return jsonTree(reading.root, 100).root
}

t.test('nodes by path', async t => {
  const root = tree('{"a": [{"b": 1}, "x"], "1": {"c": null}}')
  const cases: [Path, unknown][] = [
    [[], { a: [{ b: 1 }, 'x'], 1: { c: null } }],
    [['a'], [{ b: 1 }, 'x']],
    [['a', 0, 'b'], 1],
    [['a', 1], 'x'],
    [['1', 'c'], null],
  ]
  for (const [path, value] of cases) {
    const node = nodeAt(root, path)
    t.strictSame(node && valueOf(node), value, path.join('.'))
  }
  for (const path of [['b'], ['a', 2], ['a', '0'], ['a', 'length'], ['a', 1, 0], ['1', 'c', 'd'], [0]]) {
    t.equal(nodeAt(root, path), undefined, path.join('.'))
  }
})

t.test('places of JSON, from where its text begins in the file', async t => {
  const text = '{"a": ["x", 12], "b": true}'
  const root = tree(text)
  const slice = (path: Path) => {
    const node = nodeAt(root, path)
    return node && text.slice(node.start - 100, node.end - 100)
  }
  t.equal(slice([]), text)
  t.equal(slice(['a']), '["x", 12]')
  t.equal(slice(['a', 0]), '"x"')
  t.equal(slice(['a', 1]), '12')
  t.equal(slice(['b']), 'true')
  const [first] = root.kind === 'map' ? root.entries : []
  t.strictSame(first?.keyRange, { start: 101, end: 104 })
})

t.test('repeated keys of JSON: the last one stays, in its own place', async t => {
  const reading = parseGoJson('{"a": 1, "b": 2, "a": 3}')
  if (reading.kind !== 'json') throw new Error('no JSON')
  const { root, repeated } = jsonTree(reading.root, 0)
  t.strictSame(valueOf(root), { b: 2, a: 3 })
  t.strictSame(repeated, [{ key: 'a', offset: 17 }])
})

t.test('half a surrogate pair becomes what Go makes of it', async t => {
  t.strictSame(valueOf(tree('"\\ud83d"')), '\uFFFD')
})
