import t from 'tap'
import type { Editing } from '../../../src/manifests/edit/edit-object.ts'
import type * as EditFile from '../../../src/manifests/inject/edit-file.ts'
import type { Injection } from '../../../src/manifests/inject/inject-object.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'

const text = `apiVersion: v1
kind: Pod
metadata:
  name: a
---
apiVersion: v1
kind: Pod
metadata:
  name: b
`
const { objects } = readDocuments(text, 'pods.yaml')
const operations = [{ op: 'add', path: '/metadata/annotations', value: { x: 'v' } }] as const
const injections = objects.map((object): Injection => {
  const reference = { kind: 'Pod', namespace: 'demo', name: object.name ?? '' } as const
  return { object, reference, path: [], operations, errors: [], warnings: [] }
})
const behind = (name: string) => text.indexOf(`${name}\n`, text.indexOf(`name: ${name}`)) + 2
const insert = (offset: number, inserted: string): Editing => ({
  kind: 'edits',
  edits: [{ offset, removed: 0, inserted }],
})
const annotations = '  annotations: {x: v}\n'

/** What becomes of the file where the editor answers so for the first pod and for the second. */
async function edited(first: Editing, second: Editing) {
  const answers = new Map(objects.map((object, index) => [object, index === 0 ? first : second]))
  const editObject = (object: Injection['object']) => answers.get(object)
  const editor = { '../../../src/manifests/edit/edit-object.ts': { editObject } }
  const loaded: unknown = await t.mockImport('../../../src/manifests/inject/edit-file.ts', editor)
  return (loaded as typeof EditFile).editFile({ file: 'pods.yaml', text, objects }, injections)
}

t.test('the edits of all objects, in the order of the file whatever the order of the objects', async t => {
  const done = await edited(insert(behind('a'), annotations), insert(behind('b'), annotations))
  t.match(done, { kind: 'edited', text: text.replaceAll(/name: .\n/g, found => found + annotations) })
  const turned = await edited(insert(behind('b'), annotations), insert(behind('a'), annotations))
  t.match(turned, { kind: 'edited', edits: [{ offset: behind('a') }, { offset: behind('b') }] })
})

const wrong: readonly { name: string; first: Editing; second: Editing; line: number }[] = [
  { name: 'not edited', first: { kind: 'edits', edits: [] }, second: insert(behind('b'), annotations), line: 1 },
  {
    name: 'edited otherwise',
    first: insert(behind('a'), annotations),
    second: insert(behind('b'), '  z: 1\n'),
    line: 6,
  },
  {
    name: 'no YAML any more',
    first: insert(behind('a'), '  x: [\n'),
    second: insert(behind('b'), annotations),
    line: 1,
  },
  { name: 'lost', first: insert(behind('a'), `${annotations}...\n`), second: insert(0, '# '), line: 1 },
]
for (const { name, first, second, line } of wrong) {
  t.test(`an object that is ${name}: a problem, and no text`, async t => {
    t.match(await edited(first, second), {
      kind: 'impossible',
      problems: [{ severity: 'error', file: 'pods.yaml', line, message: /cannot be completed/, fix: /-o json/ }],
    })
  })
}

t.test('where the editor cannot, its reason stands at the place and behind the name of the field', async t => {
  const impossible: Editing = { kind: 'impossible', path: ['metadata', 'labels'], message: 'is odd', fix: 'Fix it' }
  const problem = { severity: 'error', cause: 'object', message: 'metadata.labels is odd', fix: 'Fix it' }
  t.strictSame(await edited(impossible, impossible), {
    kind: 'impossible',
    problems: [
      { ...problem, file: 'pods.yaml', line: 4, column: 3 },
      { ...problem, file: 'pods.yaml', line: 9, column: 3 },
    ],
  })
})
