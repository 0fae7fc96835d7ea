import t from 'tap'
import { KubeConnection } from '../../src/cluster/kube/connection.ts'
import { podCalls } from '../../src/cluster/kube/mutating-webhooks.ts'
import { startAdmissionWebhook } from './admission-webhook.ts'
import { deleteObject } from './create-object.ts'
import { memberOf } from './json-member.ts'
import { labelledPod } from './labelled-pod.ts'
import { sharedCluster } from './shared-cluster.ts'
import { registerWebhook } from './webhook-registration.ts'

const cluster = sharedCluster()
const configurations = '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations'

t.test('webhooks are judged in the order in which the API server calls them', async t => {
  const namespace = 'called-in-order'
  await cluster.createNamespace(namespace)
  const key = 'order.bond-injector.test/called'
  const names = ['b0', 'b.c', 'b-c', 'bc', 'b'].map(name => `${name}.${namespace}.test`)
  for (const name of names) {
    const stub = await startAdmissionWebhook(object => {
      const former = memberOf(object, 'metadata', 'annotations')
      const called = memberOf(former, key)
      const value = { ...asObject(former), [key]: typeof called === 'string' ? `${called} ${name}` : name }
      return { allowed: true, patch: [{ op: 'add', path: '/metadata/annotations', value }] }
    })
    t.teardown(async () => {
      await deleteObject(cluster, `${configurations}/${name}`)
      await stub.close()
    })
    const probe = labelledPod({ namespace, name: 'probe' }, '')
    await registerWebhook(cluster, { kind: 'Mutating', name, url: stub.url, ca: stub.ca, namespace }, probe)
  }
  const calls = await podCalls(new KubeConnection({ kubeconfig: cluster.kubeconfig, requestTimeout: 10_000 }))
  const expected = calls.map(({ configuration }) => configuration).filter(name => names.includes(name))
  const body = labelledPod({ namespace, name: 'web' }, '')
  const answer = await cluster.request(`/api/v1/namespaces/${namespace}/pods?dryRun=All`, { method: 'POST', body })
  t.equal(memberOf(JSON.parse(answer.body), 'metadata', 'annotations', key), expected.join(' '))
  t.equal(expected.length, names.length)
})

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
