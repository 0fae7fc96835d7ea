import t from 'tap'
import { kubeWebhookConfigurations } from '../../src/cluster/kube/webhook-configurations.ts'
import { recordingApiServer } from './recording-api-server.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const folder = '/apis/admissionregistration.k8s.io/v1'
const kinds = [
  { kind: 'mutating', path: `${folder}/mutatingwebhookconfigurations/pods` },
  { kind: 'validating', path: `${folder}/validatingwebhookconfigurations/pods` },
] as const

for (const { kind, path } of kinds) {
  const configuration = { kind, name: 'pods' } as const

  t.test(`${kind}: the webhooks and their bundles`, async t => {
    const server = await recordingApiServer(t)
    const webhooks = [
      { name: 'a.pods', clientConfig: { caBundle: base64('PEM'), url: 'https://x' } },
      { name: 'b.pods', clientConfig: { url: 'https://x' } },
    ]
    server.answer(200, { metadata: { name: 'pods' }, webhooks })
    t.same(await kubeWebhookConfigurations(server.connection).webhooks(configuration), [
      { name: 'a.pods', caBundle: 'PEM' },
      { name: 'b.pods', caBundle: '' },
    ])
    t.match(server.requests, [{ method: 'GET', path }])
  })

  t.test(`${kind}: none in it, or none at all`, async t => {
    const server = await recordingApiServer(t)
    server.answer(200, { metadata: { name: 'pods' } })
    const api = kubeWebhookConfigurations(server.connection)
    t.same(await api.webhooks(configuration), [])
    server.answer(404, { kind: 'Status', code: 404, message: 'not found' })
    t.equal(await api.webhooks(configuration), undefined)
    server.answer(403, { kind: 'Status', code: 403, message: 'forbidden' })
    await t.rejects(api.webhooks(configuration), { name: 'ApiFailure', status: 403 })
  })

  t.test(`${kind}: a bundle is written, into the webhook that was read and no other`, async t => {
    const server = await recordingApiServer(t)
    await kubeWebhookConfigurations(server.connection).write(configuration, [
      undefined,
      { name: 'b.pods', caBundle: 'PEM' },
    ])
    t.same(server.requests, [
      {
        method: 'PATCH',
        path: `${path}?fieldManager=bond-injector`,
        type: 'application/json-patch+json',
        body: [
          { op: 'test', path: '/webhooks/1/name', value: 'b.pods' },
          { op: 'add', path: '/webhooks/1/clientConfig/caBundle', value: base64('PEM') },
        ],
      },
    ])
    server.answer(422, { kind: 'Status', code: 422, message: 'the test failed' })
    await t.rejects(
      kubeWebhookConfigurations(server.connection).write(configuration, [{ name: 'x', caBundle: '' }]),
      { message: 'the test failed' },
      'the list has changed meanwhile',
    )
  })
}
