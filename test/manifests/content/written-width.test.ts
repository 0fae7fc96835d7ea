import t from 'tap'
import type { Place } from '../../../src/bonding/place.ts'
import { writtenWidth } from '../../../src/manifests/content/written-position.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'

const text = `apiVersion: v1
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
`
const [object] = readDocuments(text, 'pod.yaml').objects
const annotation = (key: string) => ['metadata', 'annotations', key]
const part = (key: string, start: number, end: number): Place => ({ path: annotation(key), span: { start, end } })

const cases: readonly { name: string; place: Place; width: number }[] = [
  { name: 'a field', place: { path: ['metadata', 'name'] }, width: 3 },
  { name: 'a part of an annotation', place: part('plain', 11, 20), width: 9 },
  { name: 'a character', place: part('plain', 0, 1), width: 1 },
  { name: 'a part with a quote that is written twice', place: part('quoted', 10, 16), width: 7 },
  { name: 'a part that goes on in the next line', place: part('quoted', 0, 15), width: 1 },
  { name: 'a part in a literal text', place: part('literal', 27, 30), width: 3 },
  { name: 'an empty part', place: part('plain', 11, 11), width: 1 },
  { name: 'a part behind the end', place: part('plain', 400, 500), width: 1 },
  { name: 'a text over lines', place: { path: annotation('literal') }, width: 1 },
  { name: 'a mapping', place: { path: ['metadata'] }, width: 1 },
  { name: 'a field that is missing', place: { path: ['metadata', 'namespace'] }, width: 1 },
  { name: 'a field of a text, that is not in it', place: { path: [...annotation('plain'), 'x'] }, width: 1 },
]
for (const { name, place, width } of cases) {
  t.test(`the width of ${name}`, async t => {
    if (!object) throw new Error('not read')
    t.equal(writtenWidth(object, place), width)
  })
}
