import { request } from 'node:https'
import { randomUUID } from 'node:crypto'
import type { ManifestPod } from './pod-file.ts'

/** What an API server that creates this pod sends to a webhook. */
export function reviewOf({ object, namespace, name }: ManifestPod): object {
  const kind = { group: '', version: 'v1', kind: 'Pod' }
  const resource = { group: '', version: 'v1', resource: 'pods' }
  return {
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid: randomUUID(),
      kind,
      resource,
      requestKind: kind,
      requestResource: resource,
      ...(name !== undefined && { name }),
      namespace,
      operation: 'CREATE',
      userInfo: { username: 'demo', groups: ['system:authenticated'] },
      object,
      oldObject: null,
      dryRun: false,
      options: { apiVersion: 'meta.k8s.io/v1', kind: 'CreateOptions' },
    },
  }
}

export interface AdmissionResponse {
  readonly allowed: boolean
  readonly patch?: string
  readonly warnings?: readonly string[]
  readonly status?: {
    readonly message: string
    readonly details: {
      readonly kind: string
      readonly name: string
      readonly causes: readonly { readonly field: string; readonly message: string }[]
    }
  }
}

/** Over real TLS, verified against that authority. */
export function callWebhook(url: string, ca: string, review: object): Promise<AdmissionResponse> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const outgoing = request(url, { method: 'POST', ca, headers }, incoming => {
      let body = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => (body += chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        if (incoming.statusCode === 200) resolve((JSON.parse(body) as { response: AdmissionResponse }).response)
        else reject(new Error(`the webhook answered ${incoming.statusCode ?? 'nothing'}: ${body}`))
      })
    })
    outgoing.on('error', reject)
    outgoing.end(JSON.stringify(review))
  })
}
