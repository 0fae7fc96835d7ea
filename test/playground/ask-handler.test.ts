import t from 'tap'
import { ask } from '../../docs/playground/ask-handler.ts'
import { untouched } from '../../src/admission/answer.ts'
import type { AdmissionRequest } from '../../src/admission/request.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

function objectOf(text: string) {
  const [object] = readDocuments(text, 'pod.yaml').objects
  if (!object) throw new Error('no object')
  return object
}

/** What a handler is asked about an object. */
function asked(text: string): AdmissionRequest {
  const requests: AdmissionRequest[] = []
  ask(request => (requests.push(request), untouched('no-label')), 'pods', objectOf(text))
  const [request] = requests
  if (!request) throw new Error('nothing was asked')
  return request
}

const cases = [
  {
    name: 'a pod',
    text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: demo}\n',
    request: { kind: { group: '', version: 'v1', kind: 'Pod' }, name: 'web', namespace: 'demo' },
  },
  {
    name: 'an object of a group',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: demo}\n',
    request: { kind: { group: 'apps', version: 'v1', kind: 'Deployment' } },
  },
  {
    name: 'without a namespace: filled in, also in the object, as the API server does',
    text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n',
    request: { namespace: 'default', object: { metadata: { name: 'web', namespace: 'default' } } },
  },
  {
    name: 'a name to be generated',
    text: 'apiVersion: v1\nkind: Pod\nmetadata: {generateName: web-}\n',
    request: { name: 'web-' },
  },
  {
    name: 'no metadata at all',
    text: 'apiVersion: v1\nkind: Pod\n',
    request: { name: '', namespace: 'default', object: { metadata: { namespace: 'default' } } },
  },
  {
    name: 'metadata that is none',
    text: 'apiVersion: v1\nkind: Pod\nmetadata: web\n',
    request: { name: '', object: { metadata: { namespace: 'default' } } },
  },
]
for (const { name, text, request } of cases) {
  t.test(`what the API server sends: ${name}`, async t => {
    t.match(asked(text), { operation: 'CREATE', subResource: '', oldObject: null, ...request })
  })
}

t.test('the object in the editor is not written to', async t => {
  const object = objectOf('apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n')
  ask(() => untouched('no-label'), 'pods', object)
  t.strictSame(object.value['metadata'], { name: 'web' })
})

t.test('an answer that would have to be waited for is a defect', async t => {
  const object = objectOf('apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n')
  t.throws(() => ask(() => Promise.resolve(untouched('no-label')), 'pods', object), /waited for/)
})
