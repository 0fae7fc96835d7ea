import t from 'tap'
import type { Place } from '../../../src/bonding/place.ts'
import { writtenPosition } from '../../../src/manifests/content/written-position.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'

const text = `# a comment
apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    plain: sriovnet1, sriovnet2
    quoted: '[{"name":
      "it''s"}]'
    literal: |
      [{"name": "a"},
       {"name": "b"}]
spec:
  containers:
  - name: app
    resources: {requests: {cpu: 1}}
`
const [object] = readDocuments(text, 'pod.yaml').objects
const annotation = (key: string) => ['metadata', 'annotations', key]
const span = (start: number) => ({ span: { start, end: start + 1 } })

const cases: readonly { name: string; place: Place; at: string }[] = [
  { name: 'a field', place: { path: ['metadata', 'name'] }, at: 'web' },
  { name: 'an item', place: { path: ['spec', 'containers', 0, 'resources', 'requests', 'cpu'] }, at: '1}}' },
  { name: 'an annotation', place: { path: annotation('plain') }, at: 'sriovnet1, s' },
  { name: 'inside an annotation', place: { path: annotation('plain'), ...span(11) }, at: 'sriovnet2\n' },
  { name: 'inside a text over lines', place: { path: annotation('quoted'), ...span(11) }, at: "it''s" },
  {
    name: 'inside a text over lines, by a path into its JSON',
    place: { path: [...annotation('quoted'), 0, 'name'], ...span(11) },
    at: "it''s",
  },
  { name: 'inside a literal text', place: { path: annotation('literal'), ...span(27) }, at: 'b"}]' },
  { name: 'a field of a text that is not in it', place: { path: [...annotation('plain'), 'x'] }, at: 'sriovnet1, s' },
  { name: 'an annotation that is missing', place: { path: annotation('none') }, at: 'plain:' },
  { name: 'a span in an annotation that is missing', place: { path: annotation('none'), ...span(3) }, at: 'plain:' },
  { name: 'a span behind the end of the text', place: { path: annotation('plain'), ...span(500) }, at: 'sriovnet1, s' },
  {
    name: 'limits that are missing',
    place: { path: ['spec', 'containers', 0, 'resources', 'limits', 'x'] },
    at: '{requests',
  },
  { name: 'a container that is missing', place: { path: ['spec', 'containers', 7, 'name'] }, at: '- name: app' },
  { name: 'a field of another kind of object', place: { path: ['status', 'x'] }, at: 'apiVersion' },
  { name: 'the object', place: { path: [] }, at: 'apiVersion' },
]
for (const { name, place, at } of cases) {
  t.test(`the place of ${name}`, async t => {
    if (!object) throw new Error('not read')
    const found = writtenPosition(object, place)
    const expected = object.source.positionAt(text.indexOf(at))
    t.strictSame(found, expected, `at ${JSON.stringify(at)}`)
  })
}
