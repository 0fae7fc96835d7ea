import type { Test } from 'tap'
import { startAdmissionWebhook, type JsonPatch } from './admission-webhook.ts'
import type { Cluster } from './cluster.ts'
import { deleteObject } from './create-object.ts'
import { memberOf } from './json-member.ts'
import { labelledPod, networksKey } from './labelled-pod.ts'
import { registerWebhook } from './webhook-registration.ts'

/** JSON Pointer of the networks annotation. */
export const annotationPointer = `/metadata/annotations/${networksKey.replace('/', '~1')}`

export interface Beside {
  /** Configurations are called in the order of their names, and ours is that of the namespace. */
  readonly when: 'before' | 'after'
  /** What the other webhook does to a pod, which may have no annotations. */
  readonly patch: (object: unknown) => JsonPatch
  readonly annotations?: Readonly<Record<string, string>>
}

/** Registers another mutating webhook for the pods of a namespace; it goes with the test. */
export async function registerOther(
  t: Test,
  cluster: Cluster,
  namespace: string,
  { when, patch }: Pick<Beside, 'when' | 'patch'>,
): Promise<void> {
  const other = await startAdmissionWebhook(object => {
    const operations = patch(object)
    return { allowed: true, ...(operations.length > 0 && { patch: operations }) }
  })
  const name = `${when === 'before' ? 'a' : 'z'}.${namespace}.other-webhook.test`
  t.teardown(async () => {
    await deleteObject(cluster, `/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/${name}`)
    await other.close()
  })
  const probe = { ...labelledPod({ namespace, name: 'probe' }, ''), metadata: { name: 'probe', namespace } }
  await registerWebhook(cluster, { kind: 'Mutating', name, url: other.url, ca: other.ca, namespace }, probe)
}

/** Sends a labelled pod named `web` through the API server, as a dry run. */
export async function sendPod(
  cluster: Cluster,
  namespace: string,
  annotations: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly object: unknown }> {
  const body = labelledPod({ namespace, name: 'web', annotations }, 'bond-net1')
  const path = `/api/v1/namespaces/${namespace}/pods?dryRun=All`
  const answer = await cluster.request(path, { method: 'POST', body })
  return { status: answer.status, object: JSON.parse(answer.body) }
}

export function networksOf(object: unknown): unknown {
  return memberOf(object, 'metadata', 'annotations', networksKey)
}

/** The pods that these tests are about, and no probe. */
export function onlyWeb(operations: JsonPatch): Beside['patch'] {
  return object => (memberOf(object, 'metadata', 'name') === 'web' ? operations : [])
}

/** Acts only where there is a networks annotation, as injectors do. */
export function rewriting(rewrite: (list: string) => string): Beside['patch'] {
  return object => {
    const list = networksOf(object)
    return typeof list === 'string' ? [{ op: 'replace', path: annotationPointer, value: rewrite(list) }] : []
  }
}
