import t from 'tap'
import { readDocuments } from '../../src/manifests/read-documents.ts'

function kinds(text: string): string[] {
  return readDocuments(text, 'a.yaml').objects.map(
    ({ apiVersion, kind, name }) => `${apiVersion} ${kind} ${name ?? '-'}`,
  )
}

t.test('objects of documents and lists', async t => {
  const cases = [
    { name: 'one object', text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n', objects: ['v1 Pod a'] },
    {
      name: 'two documents',
      text: 'apiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B\n',
      objects: ['v1 A -', 'v1 B -'],
    },
    {
      name: 'a List',
      text: 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: A\n- apiVersion: x/v2\n  kind: B\n',
      objects: ['v1 A -', 'x/v2 B -'],
    },
    { name: 'an empty List', text: 'apiVersion: v1\nkind: List\nitems: []\n', objects: [] },
    {
      name: 'a List of Lists',
      text: 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n  - apiVersion: v1\n    kind: A\n',
      objects: ['v1 A -'],
    },
    {
      name: 'a list of one kind, whose items need not say it',
      text: 'apiVersion: x/v1\nkind: ThingList\nitems:\n- metadata:\n    name: a\n- apiVersion: x/v2\n  kind: Thing\n',
      objects: ['x/v1 Thing a', 'x/v2 Thing -'],
    },
    {
      name: 'a kind that only ends like a list',
      text: 'apiVersion: x/v1\nkind: AllowList\nspec: {}\n',
      objects: ['x/v1 AllowList -'],
    },
    {
      name: 'items of something that is no list',
      text: 'apiVersion: x/v1\nkind: Shop\nitems:\n- a\n',
      objects: ['x/v1 Shop -'],
    },
    { name: 'documents without anything', text: '---\n# a\n---\nnull\n---\n~\n', objects: [] },
    {
      name: 'JSON',
      text: '{"apiVersion": "v1", "kind": "A"}\n{"apiVersion": "v1", "kind": "B"}',
      objects: ['v1 A -', 'v1 B -'],
    },
  ]
  for (const { name, text, objects } of cases) {
    t.strictSame(kinds(text), objects, name)
    t.strictSame(readDocuments(text, 'a.yaml').problems, [], name)
  }
})

t.test('what is no object', async t => {
  const cases = [
    { name: 'a text', text: 'hello\n', line: 1, message: /a text where an object/ },
    { name: 'a list', text: '\n- apiVersion: v1\n', line: 2, message: /a list where an object/, fix: /---/ },
    {
      name: 'no kind',
      text: 'apiVersion: v1\nmetadata: {}\n',
      line: 1,
      message: /kind is missing/,
      fix: /NetworkAttachmentDefinition/,
    },
    { name: 'no apiVersion', text: 'kind: Pod\n', line: 1, message: /apiVersion is missing/, fix: /k8s.cni.cncf.io/ },
    { name: 'a kind that is no text', text: 'apiVersion: v1\nkind: 1\n', line: 2, message: /kind is no text/ },
    { name: 'an empty apiVersion', text: 'kind: Pod\napiVersion: ""\n', line: 2, message: /apiVersion/ },
    {
      name: 'a CNI configuration',
      text: '{"cniVersion": "0.3.1", "type": "bond"}',
      line: 1,
      message: /CNI configuration as it lies on a node/,
      fix: /spec.config/,
    },
    { name: 'a CNI list', text: '{"name": "x", "plugins": [{"type": "bond"}]}', line: 1, message: /CNI configuration/ },
    {
      name: 'an item of a List without a kind',
      text: 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n',
      line: 4,
      message: /kind is missing/,
    },
    {
      name: 'an item with half a type in a list of one kind',
      text: 'apiVersion: v1\nkind: PodList\nitems:\n- kind: Pod\n',
      line: 4,
      message: /apiVersion is missing/,
    },
    {
      name: 'another spelling',
      text: 'apiversion: v1\nkind: A\n',
      line: 1,
      message: /missing, and "apiversion" is another key/,
    },
    {
      name: 'a mark of diff in front',
      text: '+apiVersion: v1\n+kind: A\n',
      line: 1,
      message: /"\+apiVersion"/,
      fix: /Write apiVersion/,
    },
    { name: 'a number in front', text: '1 apiVersion: v1\n2 kind: A\n', line: 1, message: /"1 apiVersion"/ },
    {
      name: 'a byte order mark inside a file',
      text: 'apiVersion: v1\n\uFEFFkind: A\n',
      line: 2,
      message: /"\\uFEFFkind" is another key/,
    },
    { name: 'an item that is a text', text: 'apiVersion: v1\nkind: List\nitems:\n- x\n', line: 4, message: /a text/ },
  ]
  for (const { name, text, line, message, fix } of cases) {
    const { objects, problems } = readDocuments(text, 'a.yaml')
    t.match(problems, [{ cause: 'object', severity: 'error', line, message, ...(fix && { fix }) }], name)
    t.equal(problems.length, 1, name)
    t.strictSame(objects, [], name)
  }
})

t.test('the good items of a List are there beside a broken one', async t => {
  const text = 'apiVersion: v1\nkind: List\nitems:\n- x\n- apiVersion: v1\n  kind: A\n'
  t.strictSame(kinds(text), ['v1 A -'])
})
