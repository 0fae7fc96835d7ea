import type { Test } from 'tap'
import { startAdmissionWebhook } from './admission-webhook.ts'
import type { Cluster } from './cluster.ts'
import { deleteObject } from './create-object.ts'
import { memberOf } from './json-member.ts'
import { labelledPod } from './labelled-pod.ts'
import { registerWebhook } from './webhook-registration.ts'

/**
 * Registers a webhook that takes the devices out of the pod with this name. It is called behind ours, and again behind our
 * second call, so that what it takes out stays out. It goes with the test.
 */
export async function registerBreaking(t: Test, cluster: Cluster, namespace: string, pod: string): Promise<void> {
  const patch = [{ op: 'remove', path: '/spec/containers/0/resources' }]
  const breaking = await startAdmissionWebhook(object => ({
    allowed: true,
    ...(memberOf(object, 'metadata', 'name') === pod && { patch }),
  }))
  const name = `z.${namespace}.test`
  t.teardown(async () => {
    await deleteObject(cluster, `/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/${name}`)
    await breaking.close()
  })
  const { url, ca } = breaking
  const fields = { reinvocationPolicy: 'IfNeeded' }
  const probe = labelledPod({ namespace, name: 'probe' }, 'bond-net1')
  await registerWebhook(cluster, { kind: 'Mutating', name, url, ca, namespace, fields }, probe)
}
