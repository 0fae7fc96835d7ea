import t from 'tap'
import { subjectOf, type AdmissionRequest } from '../../src/admission/request.ts'

function requestOf(name: string, object: unknown): AdmissionRequest {
  const kind = { group: '', version: 'v1', kind: 'Pod' }
  const rest = { subResource: '', dryRun: false, oldObject: undefined }
  return { uid: 'u', operation: 'CREATE', kind, namespace: 'demo', name, object, ...rest }
}

const cases = [
  { name: 'the name of the request', request: requestOf('a', {}), subject: { name: 'a' } },
  { name: 'the name of the object', request: requestOf('', { metadata: { name: 'b' } }), subject: { name: 'b' } },
  {
    name: 'the generateName of an object that has no name yet',
    request: requestOf('', { metadata: { generateName: 'c-' } }),
    subject: { generateName: 'c-' },
  },
  {
    name: 'the name before the generateName',
    request: requestOf('', { metadata: { name: 'd-x1', generateName: 'd-' } }),
    subject: { name: 'd-x1' },
  },
  { name: 'an object without metadata', request: requestOf('', {}), subject: { generateName: '' } },
  { name: 'no object, as in a DELETE', request: requestOf('', null), subject: { generateName: '' } },
  { name: 'metadata of another type', request: requestOf('', { metadata: 'x' }), subject: { generateName: '' } },
  { name: 'a name of another type', request: requestOf('', { metadata: { name: 1 } }), subject: { generateName: '' } },
]
for (const { name, request, subject } of cases) {
  t.test(`who an admission is about: ${name}`, async t => {
    t.same(subjectOf(request), { kind: 'Pod', namespace: 'demo', ...subject })
  })
}
