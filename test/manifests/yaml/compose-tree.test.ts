import t from 'tap'
import type { Path } from '../../../src/bonding/place.ts'
import { nodeAt, valueOf } from '../../../src/manifests/manifest-node.ts'
import type { ManifestNode } from '../../../src/manifests/manifest-node.ts'
import { SourceText } from '../../../src/manifests/source-text.ts'
import { composeTree } from '../../../src/manifests/yaml/compose-tree.ts'
import type { ComposedTree } from '../../../src/manifests/yaml/compose-tree.ts'
import { parseYaml } from '../../../src/manifests/yaml/parse-yaml.ts'

function compose(text: string): ComposedTree {
  const parsed = parseYaml(new SourceText('a.yaml', text), { start: 0, end: text.length })
  if (parsed.root === null || parsed.failure !== undefined) throw new Error(JSON.stringify([text, parsed.failure]))
  return composeTree(parsed, parsed.root)
}

t.test('every node knows its text', async t => {
  const cases: { name: string; text: string; path: Path; source: string }[] = [
    { name: 'a plain scalar', text: 'a: b c # d\n', path: ['a'], source: 'b c' },
    { name: 'a plain scalar before CRLF', text: 'a: b\r\nc: d\r\n', path: ['a'], source: 'b' },
    { name: 'at the end of the file, without a line feed', text: 'a: b', path: ['a'], source: 'b' },
    { name: 'in quotes, with them', text: "a: 'b'\n", path: ['a'], source: "'b'" },
    {
      name: 'in quotes over lines that were not indented',
      text: "a:\n  b: 'c\nd'\n",
      path: ['a', 'b'],
      source: "'c\nd'",
    },
    { name: 'behind a tag and an anchor, without them', text: 'a: !!str &x b\n', path: ['a'], source: 'b' },
    {
      name: 'a literal, from its head to its last line',
      text: 'a: |-\n  b\n  c\nd: e\n',
      path: ['a'],
      source: '|-\n  b\n  c\n',
    },
    { name: 'a literal with CRLF', text: 'a: |\r\n  b\r\nc: d\r\n', path: ['a'], source: '|\r\n  b\r\n' },
    { name: 'a literal at the end of the file', text: 'a: |\n  b', path: ['a'], source: '|\n  b' },
    { name: 'brackets', text: 'a: [b,\nc] # d\n', path: ['a'], source: '[b,\nc]' },
    {
      name: 'an element in brackets that were not indented',
      text: 'a:\n  b: [c,\nd]\n',
      path: ['a', 'b', 1],
      source: 'd',
    },
    { name: 'a mapping', text: 'a:\n  b: c\n', path: ['a'], source: 'b: c' },
    { name: 'a comment right behind', text: 'a: [b]#c\n', path: ['a'], source: '[b]' },
    { name: 'a value that is not there', text: 'a:\nb: c\n', path: ['a'], source: '' },
  ]
  for (const { name, text, path, source } of cases) {
    const node = nodeAt(compose(text).root, path)
    t.equal(node && text.slice(node.start, node.end), source, name)
  }
})

t.test('keys know theirs', async t => {
  const text = '"a": 1\nb: {c: 2}\n? d\n: 3\n'
  const keys: string[] = []
  const visit = (node: ManifestNode) => {
    if (node.kind !== 'map') return
    for (const { keyRange, value } of node.entries) {
      keys.push(text.slice(keyRange.start, keyRange.end))
      visit(value)
    }
  }
  visit(compose(text).root)
  t.strictSame(keys, ['"a"', 'b', 'c', 'd'])
})

t.test('styles', async t => {
  const text = `a: b\nc: 'd'\ne: "f"\ng: |\n  h\ni: >2\n    j\nk: {l: m}\nlist: [o]\np: q\n`
  const { root } = compose(text)
  const style = (key: string) => {
    const node = nodeAt(root, [key])
    return node?.kind === 'scalar' ? [node.style, node.indent] : [node?.kind, node?.flow]
  }
  t.strictSame(['a', 'c', 'e', 'g', 'i', 'k', 'list'].map(style), [
    ['plain', undefined],
    ['single-quoted', undefined],
    ['double-quoted', undefined],
    ['literal', 2],
    ['folded', 2],
    ['map', true],
    ['list', true],
  ])
  t.match(root, { kind: 'map', flow: false })
})

t.test('merges', async t => {
  const cases = [
    {
      name: 'a key behind the merge wins',
      text: 'a: &a {x: 1, y1: 1}\nb:\n  <<: *a\n  x: 2\n',
      value: { x: 2, y1: 1 },
    },
    {
      name: 'a key before it loses, unlike in the specification',
      text: 'a: &a {x: 1}\nb:\n  x: 2\n  <<: *a\n',
      value: { x: 1 },
    },
    { name: 'of a list the first wins', text: 'b:\n  <<: [{x: 1}, {x: 2, z: 2}]\n', value: { x: 1, z: 2 } },
    { name: 'merges of merges', text: 'a: &a {x: 1}\nc: &c {<<: *a, z: 3}\nb: {<<: *c}\n', value: { x: 1, z: 3 } },
    { name: 'in quotes it is a key', text: "b:\n  '<<': {x: 1}\n", value: { '<<': { x: 1 } } },
    { name: 'with its tag it is a merge in quotes too', text: "b:\n  !!merge '<<': {x: 1}\n", value: { x: 1 } },
  ]
  for (const { name, text, value } of cases) {
    const { root, faults } = compose(text)
    const node = nodeAt(root, ['b'])
    t.strictSame(node && valueOf(node), value, name)
    t.strictSame(faults, [], name)
  }
})

t.test('faults, each once and in its place', async t => {
  const cases = [
    { text: 'a: 1\na: 2\na: 3\n', faults: ['duplicate-key 5 a', 'duplicate-key 10 a'] },
    { text: '1: a\n0x1: b\n', faults: ['duplicate-key 5 1'] },
    {
      text: 'a: *b\nc: *b\n',
      faults: ['unknown-alias 3 *b has no &b before it', 'unknown-alias 9 *b has no &b before it'],
    },
    { text: 'a: &a\n  b: *a\n', faults: ['unknown-alias 11 *a stands inside what &a names'] },
    { text: '<<: *b\n', faults: ['unknown-alias 4 *b has no &b before it'] },
    { text: '<<: [a]\n', faults: ['merge 5 '] },
    { text: '? {a: b}\n: c\n', faults: ['refused-key 2 a map'] },
    { text: 'a: .nan\n', faults: ['refused-value 3 .nan has no counterpart in JSON, and so none in Kubernetes'] },
  ]
  for (const { text, faults } of cases) {
    t.strictSame(
      compose(text).faults.map(({ kind, offset, detail }) => `${kind} ${offset} ${detail}`),
      faults,
      text,
    )
  }
})
