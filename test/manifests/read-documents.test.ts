import t from 'tap'
import type { Path } from '../../src/bonding/place.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

const text = `# a bond
apiVersion: "k8s.cni.cncf.io/v1"
kind: NetworkAttachmentDefinition
metadata:
  name: bond-net1
  namespace: demo
  annotations: {a/b: "x", "c": y}
spec:
  config: '{
  "type": "bond"
  }'
  list:
  - one
  -   two: 2
      three:
---
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata:
    name: pod
`

t.test('every field keeps its place', async t => {
  const [network, pod] = readDocuments(text, 'nad.yaml').objects
  const places: [Path, [line: number, column: number] | undefined][] = [
    [[], [2, 1]],
    [['kind'], [3, 7]],
    [['apiVersion'], [2, 13]],
    [['metadata'], [5, 3]],
    [
      ['metadata', 'name'],
      [5, 9],
    ],
    [
      ['metadata', 'annotations'],
      [7, 16],
    ],
    [
      ['metadata', 'annotations', 'a/b'],
      [7, 22],
    ],
    [
      ['metadata', 'annotations', 'c'],
      [7, 32],
    ],
    [
      ['spec', 'config'],
      [9, 11],
    ],
    [
      ['spec', 'list', 0],
      [13, 5],
    ],
    [
      ['spec', 'list', 1, 'two'],
      [14, 12],
    ],
    [
      ['spec', 'list', 1, 'three'],
      [15, 13],
    ],
    [['spec', 'list', 2], undefined],
    [['spec', 'config', 'type'], undefined],
    [['metadata', 'labels'], undefined],
  ]
  for (const [path, place] of places) {
    t.strictSame(network?.positionOf(path), place && { line: place[0], column: place[1] }, path.join('.'))
  }
  t.strictSame(
    pod?.positionOf(['metadata', 'name']),
    { line: 23, column: 11 },
    'in an item of a List, from its own root',
  )
})

t.test('objects say who they are', async t => {
  const [network, pod] = readDocuments(text, 'nad.yaml').objects
  t.match(network, {
    file: 'nad.yaml',
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    namespace: 'demo',
    name: 'bond-net1',
  })
  t.match(pod, { file: 'nad.yaml', kind: 'Pod', name: 'pod' })
  t.notOk(pod && 'namespace' in pod)
  t.strictSame(network?.value['spec'], { config: '{ "type": "bond" }', list: ['one', { two: 2, three: null }] })
})

t.test('an alias stands where its anchor does', async t => {
  const [object] = readDocuments(
    'apiVersion: v1\nkind: A\nx: &x\n  k: z\nmore: *x\nmerged:\n  <<: *x\n',
    'a.yaml',
  ).objects
  t.strictSame(object?.positionOf(['more', 'k']), { line: 4, column: 6 })
  t.strictSame(object?.positionOf(['merged', 'k']), { line: 4, column: 6 })
  t.strictSame(object?.scalarPosition(['more', 'k'], 0), { line: 4, column: 6 })
})

t.test('of a repeated key the last one counts, as with kubectl, and the repetition is a warning', async t => {
  for (const [file, text] of [
    ['a.yaml', 'apiVersion: v1\nkind: A\nx: 1\nx: 2\n'],
    ['a.json', '{"apiVersion": "v1",\n"kind": "A",\n"x": 1,\n"x": 2}'],
  ] as const) {
    const { objects, problems } = readDocuments(text, file)
    t.equal(objects[0]?.value['x'], 2, file)
    t.strictSame(objects[0]?.positionOf(['x'])?.line, 4, file)
    t.match(problems, [{ severity: 'warning', cause: 'duplicate-key', file, line: 4, column: 1, message: /"x"/ }], file)
  }
})

t.test('a merged key is no repetition', async t => {
  const { problems } = readDocuments('apiVersion: v1\nkind: A\nx: &x {a: 1}\nz:\n  a: 2\n  <<: *x\n', 'a.yaml')
  t.strictSame(problems, [])
})

t.test('what kubectl drops in silence is a warning', async t => {
  const head = 'apiVersion: v1\nkind: A\n'
  const { objects, problems } = readDocuments(`${head}...\n${head}`, 'a.yaml')
  t.equal(objects.length, 1)
  t.match(problems, [{ severity: 'warning', cause: 'ignored-text', line: 3, column: 1 }])
  t.strictSame(readDocuments(`${head}...\n\n# c\n...\n---\n${head}...\n`, 'a.yaml').problems, [])
})

t.test('what stands behind the root is dropped in silence, too', async t => {
  const cases = [
    { name: 'behind an indented object', text: '  apiVersion: v1\n  kind: A\nEOF\n', at: [3, 1], found: /`EOF`/ },
    {
      name: 'another object',
      text: ' apiVersion: v1\n kind: A\napiVersion: v1\nkind: B\n',
      at: [3, 1],
      found: /`apiVersion: v1`/,
    },
    { name: 'behind braces', text: '# c\n{apiVersion: v1, kind: A}\nEOF\n', at: [3, 1], found: /`EOF`/ },
    { name: 'a brace too many', text: '# c\n{apiVersion: v1, kind: A}}\n', at: [2, 26], found: /`}`/ },
  ]
  for (const { name, text, at, found } of cases) {
    const { objects, problems } = readDocuments(text, 'a.yaml')
    t.strictSame(
      objects.map(({ kind }) => kind),
      ['A'],
      name,
    )
    t.match(
      problems,
      [{ severity: 'warning', cause: 'ignored-text', line: at[0], column: at[1], message: found }],
      name,
    )
    t.equal(problems.length, 1, name)
  }
})

t.test('a kind behind the end of its object: one cause, one problem', async t => {
  const { objects, problems } = readDocuments('  apiVersion: v1\nkind: A\n', 'a.yaml')
  t.strictSame(objects, [])
  t.match(problems, [{ severity: 'error', cause: 'ignored-text', line: 2, column: 1 }])
  t.equal(problems.length, 1)
})

t.test('the text of a page around the delimiters of AsciiDoc is no object of its own', async t => {
  const { problems } = readDocuments('[source,yaml]\n----\napiVersion: v1\nkind: A\n----\n<1> The kind\n', 'a.adoc')
  t.strictSame(
    problems.map(({ line, cause }) => `${line} ${cause}`),
    ['2 separator'],
  )
})

t.test('values and keys that kubectl refuses', async t => {
  const cases = [
    { text: 'a: .inf\n', cause: 'value', at: [3, 4], message: /no counterpart in JSON/ },
    { text: 'a: !!int x\n', cause: 'value', at: [3, 10], message: /cannot be read as !!int/ },
    { text: 'a: "b\\q"\n', cause: 'value', at: [3, 6], message: /no escape sequence \\q/ },
    { text: 'a: *.log\n', cause: 'alias', at: [3, 4], message: /`\*\.log` begins like the name of an anchor/ },
    { text: 'a: &a [*a]\n', cause: 'alias', at: [3, 8], message: /stands inside/ },
    { text: '~: a\n', cause: 'key', at: [3, 1], message: /cannot be a key/ },
    { text: '? [a]\n: b\n', cause: 'key', at: [3, 3], message: /a list cannot be a key/ },
    { text: '<<: a\n', cause: 'key', at: [3, 5], message: /needs a mapping/ },
  ] as const
  for (const { text, cause, at, message } of cases) {
    const { objects, problems } = readDocuments(`apiVersion: v1\nkind: A\n${text}`, 'a.yaml')
    t.match(problems, [{ severity: 'error', cause, line: at[0], column: at[1], message }], text)
    t.equal(problems.length, 1, text)
    t.strictSame(objects, [], text)
  }
})

t.test('a separator that is none', async t => {
  const { objects, problems } = readDocuments(
    'apiVersion: v1\nkind: A\n--- # fine\n----\napiVersion: v1\nkind: B\n',
    'a.yaml',
  )
  t.match(problems, [
    { severity: 'error', cause: 'separator', line: 4, column: 1, message: /kubectl reads no further/ },
  ])
  t.equal(objects.length, 2, 'the rest is still read')
})

t.test('problems come in the order of the file', async t => {
  const { problems } = readDocuments('a: [\n---\nb: @c\n----\nd: }\n', 'a.yaml')
  t.strictSame(
    problems.map(({ line }) => line),
    [1, 3, 4, 5],
  )
})

t.test('a key __proto__ is a key like any other', async t => {
  const [object] = readDocuments('apiVersion: v1\nkind: A\nx:\n  __proto__:\n    polluted: true\n', 'a.yaml').objects
  t.strictSame(Object.keys(object?.value['x'] as object), ['__proto__'])
  t.equal(({} as Record<string, unknown>)['polluted'], undefined)
})
