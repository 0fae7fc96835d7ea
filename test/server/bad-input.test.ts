import t from 'tap'
import { reviewOf, startWebhook, type Call } from './running-webhook.ts'

const webhook = await startWebhook(t)
const json = { 'content-type': 'application/json' }
const limit = 8 * 1024 * 1024

const cases: readonly { name: string; call: Call; status: number; reason: string; message: string | RegExp }[] = [
  {
    name: 'not JSON',
    call: { body: 'apiVersion: v1\nkind: Pod\n' },
    status: 400,
    reason: 'BadRequest',
    message: 'the body: expected an AdmissionReview as JSON, found text that is not JSON',
  },
  {
    name: 'JSON that ends too early',
    call: { body: reviewOf().slice(0, -1) },
    status: 400,
    reason: 'BadRequest',
    message: 'the body: expected an AdmissionReview as JSON, found text that is not JSON',
  },
  {
    name: 'an empty body',
    call: {},
    status: 400,
    reason: 'BadRequest',
    message: 'the body: expected an AdmissionReview, found nothing',
  },
  {
    name: 'no body and no content type',
    call: { headers: {} },
    status: 400,
    reason: 'BadRequest',
    message: 'the body: expected an AdmissionReview, found nothing',
  },
  {
    name: 'null',
    call: { body: 'null' },
    status: 400,
    reason: 'BadRequest',
    message: 'the body: expected an AdmissionReview as a JSON object, found null',
  },
  {
    name: 'not an AdmissionReview',
    call: { body: '{"apiVersion":"v1","kind":"Pod"}' },
    status: 400,
    reason: 'BadRequest',
    message: 'kind: expected "AdmissionReview", found "Pod"',
  },
  {
    name: 'another version',
    call: { body: reviewOf().replace('k8s.io/v1', 'k8s.io/v1beta1') },
    status: 400,
    reason: 'BadRequest',
    message: 'apiVersion: expected "admission.k8s.io/v1", found "admission.k8s.io/v1beta1"',
  },
  {
    name: 'no request',
    call: { body: '{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview"}' },
    status: 400,
    reason: 'BadRequest',
    message: 'request: expected an object, found nothing',
  },
  {
    name: 'no uid',
    call: { body: reviewOf({ uid: undefined }) },
    status: 400,
    reason: 'BadRequest',
    message: 'request.uid: expected text that is not empty, found nothing',
  },
  {
    name: 'text as content type',
    call: { body: reviewOf(), headers: { 'content-type': 'text/plain' } },
    status: 415,
    reason: 'UnsupportedMediaType',
    message: 'Content-Type: expected application/json, found text/plain',
  },
  {
    name: 'YAML as content type',
    call: { body: reviewOf(), headers: { 'content-type': 'application/yaml' } },
    status: 415,
    reason: 'UnsupportedMediaType',
    message: 'Content-Type: expected application/json, found application/yaml',
  },
  {
    name: 'no content type',
    call: { body: reviewOf(), headers: {} },
    status: 415,
    reason: 'UnsupportedMediaType',
    message: 'Content-Type: expected application/json, found none',
  },
  {
    name: 'another path',
    call: { body: reviewOf(), path: '/mutate/pod' },
    status: 404,
    reason: 'NotFound',
    message: 'nothing is served under /mutate/pod',
  },
  {
    name: 'another path, another content type: the path comes first',
    call: { body: 'x', path: '/', headers: { 'content-type': 'text/plain' } },
    status: 404,
    reason: 'NotFound',
    message: 'nothing is served under /',
  },
  {
    name: 'GET',
    call: { method: 'GET', headers: {} },
    status: 405,
    reason: 'MethodNotAllowed',
    message: 'expected POST, found GET',
  },
  {
    name: 'PUT, with a query',
    call: { method: 'PUT', body: reviewOf(), path: '/mutate/pods?timeout=10s' },
    status: 405,
    reason: 'MethodNotAllowed',
    message: 'expected POST, found PUT',
  },
  {
    name: 'a path that is no URL',
    call: { body: reviewOf(), path: '/%zz' },
    status: 400,
    reason: 'BadRequest',
    message: 'expected a path, found /%zz',
  },
  {
    name: 'a body over the limit, announced',
    call: { body: Buffer.alloc(limit + 1, 0x20) },
    status: 413,
    reason: 'RequestEntityTooLarge',
    message: 'the body: expected at most 8388608 bytes, found 8388609',
  },
  {
    name: 'a body over the limit, in chunks',
    call: {
      body: Array.from({ length: 9 }, () => ' '.repeat(1024 * 1024)),
      headers: { ...json, 'transfer-encoding': 'chunked' },
    },
    status: 413,
    reason: 'RequestEntityTooLarge',
    message: 'the body: expected at most 8388608 bytes, found more',
  },
]
for (const { name, call, status, reason, message } of cases) {
  t.test(`bad input: ${name}`, async t => {
    const answer = await webhook.call(call)
    t.equal(answer.status, status)
    t.match(answer.headers['content-type'], /^application\/json/)
    const problem: unknown = JSON.parse(answer.body)
    t.match(problem, { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: status, reason, message })
    t.equal((await webhook.call({ body: reviewOf() })).status, 200, 'the server goes on')
    t.match(webhook.log.at(-2), { level: 40, msg: 'request refused', code: status }, 'and one line says so')
  })
}

t.test('the method that is expected is told to programs as well', async t => {
  t.equal((await webhook.call({ method: 'GET' })).headers.allow, 'POST')
})

t.test('a body of exactly the limit is read', async t => {
  const review = reviewOf()
  const answer = await webhook.call({ body: review + ' '.repeat(limit - Buffer.byteLength(review)) })
  t.equal(answer.status, 200)
})

const good: readonly { name: string; call: Call }[] = [
  { name: 'a content type with a charset', call: { headers: { 'content-type': 'application/json; charset=utf-8' } } },
  { name: 'a byte order mark', call: { body: `\ufeff${reviewOf()}` } },
  { name: 'a timeout in the query', call: { path: '/mutate/pods?timeout=10s' } },
  { name: 'chunks', call: { body: [reviewOf().slice(0, 100), reviewOf().slice(100)] } },
  { name: 'text beyond ASCII', call: { body: reviewOf({ object: { metadata: { labels: { a: 'ü\u2028😀' } } } }) } },
]
for (const { name, call } of good) {
  t.test(`good input: ${name}`, async t => {
    t.equal((await webhook.call({ body: reviewOf(), ...call })).status, 200)
  })
}

t.test('keys that pollute prototypes are taken out, not refused', async t => {
  let seen: unknown
  const other = await startWebhook(t, request => {
    seen = request.object
    return { kind: 'allowed', outcome: { verdict: 'unchanged', bonds: [], rules: [] }, warnings: [] }
  })
  const object =
    '{"a":{"__proto__":{"x":1},"b":1},"c":{"\\u005f_proto__":1},"d":{"constructor":{"prototype":{}}},"e":{"constructor":"y"}}'
  const body = reviewOf({ object: 'OBJECT' }).replace('"OBJECT"', object)
  t.equal((await other.call({ body })).status, 200)
  t.equal(JSON.stringify(seen), '{"a":{"b":1},"c":{},"d":{},"e":{"constructor":"y"}}')
})

t.test('a request that is refused fills the log with no more than a few hundred characters', async t => {
  const path = `/${'x'.repeat(10_000)}`
  const answer = await webhook.call({ path })
  t.match(JSON.parse(answer.body), { message: `nothing is served under ${path}` })
  const line = JSON.stringify(webhook.log.at(-1))
  t.ok(line.length < 1_000, `${line.length} characters`)
  t.match(line, 'nothing is served under /xxxx')
})
