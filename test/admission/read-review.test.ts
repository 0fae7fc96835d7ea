import t from 'tap'
import { readReview } from '../../src/admission/read-review.ts'

const request = {
  uid: '705ab4f5-6393-11e8-b7cc-42010a800002',
  kind: { group: '', version: 'v1', kind: 'Pod' },
  resource: { group: '', version: 'v1', resource: 'pods' },
  name: 'podbonding',
  namespace: 'demo',
  operation: 'CREATE',
  userInfo: { username: 'system:admin' },
  object: { kind: 'Pod' },
  oldObject: null,
  dryRun: true,
}
const review = { apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', request }

t.test('what an API server sends', async t => {
  t.same(readReview(review), {
    kind: 'request',
    request: {
      uid: request.uid,
      operation: 'CREATE',
      kind: request.kind,
      subResource: '',
      name: 'podbonding',
      namespace: 'demo',
      dryRun: true,
      object: { kind: 'Pod' },
      oldObject: null,
    },
  })
})

t.test('what Go leaves out when it is empty may be absent', async t => {
  const { uid, operation, kind } = request
  t.match(readReview({ ...review, request: { uid, operation, kind: { kind: kind.kind } } }), {
    kind: 'request',
    request: { kind: { group: '', version: '', kind: 'Pod' }, subResource: '', name: '', namespace: '', dryRun: false },
  })
})

t.test('all four operations, and subresources', async t => {
  for (const operation of ['CREATE', 'UPDATE', 'DELETE', 'CONNECT']) {
    const reading = readReview({ ...review, request: { ...request, operation, subResource: 'exec' } })
    t.match(reading, { request: { operation, subResource: 'exec' } })
  }
})

const malformed = [
  { name: 'no body', body: undefined, problem: 'the body: expected an AdmissionReview, found nothing' },
  { name: 'null', body: null, problem: 'the body: expected an AdmissionReview as a JSON object, found null' },
  { name: 'a list', body: [review], problem: 'the body: expected an AdmissionReview as a JSON object, found a list' },
  { name: 'text', body: 'pod', problem: 'the body: expected an AdmissionReview as a JSON object, found "pod"' },
  { name: 'a number', body: 1, problem: 'the body: expected an AdmissionReview as a JSON object, found 1' },
  { name: 'an empty object', body: {}, problem: 'kind: expected "AdmissionReview", found nothing' },
  { name: 'a pod', body: { apiVersion: 'v1', kind: 'Pod' }, problem: 'kind: expected "AdmissionReview", found "Pod"' },
  {
    name: 'the version before',
    body: { ...review, apiVersion: 'admission.k8s.io/v1beta1' },
    problem: 'apiVersion: expected "admission.k8s.io/v1", found "admission.k8s.io/v1beta1"',
  },
  {
    name: 'no version',
    body: { kind: 'AdmissionReview', request },
    problem: 'apiVersion: expected "admission.k8s.io/v1", found nothing',
  },
  {
    name: 'an answer instead of a question',
    body: { apiVersion: review.apiVersion, kind: review.kind, response: {} },
    problem: 'request: expected an object, found nothing',
  },
  {
    name: 'a request that is a list',
    body: { ...review, request: [] },
    problem: 'request: expected an object, found a list',
  },
  ...[
    {
      name: 'no uid',
      change: { uid: undefined },
      problem: 'request.uid: expected text that is not empty, found nothing',
    },
    { name: 'an empty uid', change: { uid: '' }, problem: 'request.uid: expected text that is not empty, found ""' },
    {
      name: 'a uid of another type',
      change: { uid: 7 },
      problem: 'request.uid: expected text that is not empty, found 7',
    },
    {
      name: 'no operation',
      change: { operation: undefined },
      problem: 'request.operation: expected CREATE, UPDATE, DELETE, CONNECT, found nothing',
    },
    {
      name: 'an unknown operation',
      change: { operation: 'create' },
      problem: 'request.operation: expected CREATE, UPDATE, DELETE, CONNECT, found "create"',
    },
    {
      name: 'no kind',
      change: { kind: undefined },
      problem: 'request.kind: expected an object with group, version and kind, found nothing',
    },
    {
      name: 'a kind without its name',
      change: { kind: { group: '' } },
      problem: 'request.kind.kind: expected text, found nothing',
    },
  ].map(({ name, change, problem }) => ({ name, body: { ...review, request: { ...request, ...change } }, problem })),
]
for (const { name, body, problem } of malformed) {
  t.test(`malformed: ${name}`, async t => {
    t.same(readReview(body), { kind: 'malformed', problem })
  })
}

t.test('what was found is told, but not all of it', async t => {
  t.match(readReview({ kind: 'x'.repeat(5000) }), {
    problem: 'kind: expected "AdmissionReview", found text of 5000 characters',
  })
  t.match(readReview({ kind: { secret: 1 } }), { problem: 'kind: expected "AdmissionReview", found an object' })
})
