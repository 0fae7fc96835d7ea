import t from 'tap'
import { kubeSecrets } from '../../src/cluster/kube/secrets.ts'
import { recordingApiServer } from './recording-api-server.ts'

const path = '/api/v1/namespaces/net/secrets/pair'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  type: 'Opaque',
  metadata: { name: 'pair', namespace: 'net', resourceVersion: '7', labels: { owner: 'chart' } },
  data: { 'tls.crt': base64('old'), other: base64('stays') },
}
const status = (code: number, message: string) => ({ kind: 'Status', code, message })

t.test('a Secret is read decoded', async t => {
  const server = await recordingApiServer(t)
  server.answer(200, secret)
  const read = await kubeSecrets(server.connection).get('net', 'pair')
  t.same(read?.data, { 'tls.crt': 'old', other: 'stays' })
  t.match(server.requests, [{ method: 'GET', path }])
})

t.test('one without data, as the chart makes it', async t => {
  const server = await recordingApiServer(t)
  server.answer(200, { ...secret, data: undefined })
  t.same((await kubeSecrets(server.connection).get('net', 'pair'))?.data, {})
})

t.test('one that is not there', async t => {
  const server = await recordingApiServer(t)
  server.answer(404, status(404, 'secrets "pair" not found'))
  t.equal(await kubeSecrets(server.connection).get('net', 'pair'), undefined)
})

t.test('one that may not be read', async t => {
  const server = await recordingApiServer(t)
  server.answer(403, status(403, 'secrets "pair" is forbidden'))
  await t.rejects(kubeSecrets(server.connection).get('net', 'pair'), {
    name: 'ApiFailure',
    status: 403,
    message: 'secrets "pair" is forbidden',
  })
})

t.test('it is replaced in the version that was read, and what is not ours stays', async t => {
  const server = await recordingApiServer(t)
  server.answer(200, secret)
  const read = await kubeSecrets(server.connection).get('net', 'pair')
  t.equal(await read?.replace({ 'tls.crt': 'new', 'tls.key': 'key' }), 'written')
  const { method, path: asked, body } = server.requests[1] ?? {}
  t.equal(method, 'PUT')
  t.equal(asked, `${path}?fieldManager=bond-injector`)
  const data = { 'tls.crt': base64('new'), other: base64('stays'), 'tls.key': base64('key') }
  t.same(body, { ...secret, data })
})

const refusals = [
  { name: 'somebody else was quicker', code: 409 },
  { name: 'deleted meanwhile', code: 404 },
]
for (const { name, code } of refusals) {
  t.test(`not replaced: ${name}`, async t => {
    const server = await recordingApiServer(t)
    server.answer(200, secret)
    const read = await kubeSecrets(server.connection).get('net', 'pair')
    server.answer(code, status(code, name))
    t.equal(await read?.replace({}), 'conflict')
  })
}

t.test('not replaced: RBAC', async t => {
  const server = await recordingApiServer(t)
  server.answer(200, secret)
  const read = await kubeSecrets(server.connection).get('net', 'pair')
  server.answer(403, status(403, 'cannot update resource "secrets"'))
  await t.rejects(async () => read?.replace({ 'tls.key': 'a key' }), {
    message: 'cannot update resource "secrets"',
  })
})
