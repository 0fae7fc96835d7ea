import { once } from 'node:events'
import { createServer } from 'node:https'
import { text } from 'node:stream/consumers'
import { generate } from 'selfsigned'
import { memberOf } from './json-member.ts'

/** RFC 6902. */
export type JsonPatch = readonly { readonly op: string; readonly path: string; readonly value?: unknown }[]

/** What a webhook may answer, but for the uid. */
export interface AdmissionAnswer {
  readonly allowed: boolean
  readonly status?: unknown
  readonly warnings?: readonly string[]
  readonly patch?: JsonPatch
}

export interface AdmissionWebhook {
  readonly url: string
  /** PEM. */
  readonly ca: string
  close(): Promise<void>
}

/** A webhook that is only a process on loopback; `answer` gets the request's object. */
export async function startAdmissionWebhook(answer: (object: unknown) => AdmissionAnswer): Promise<AdmissionWebhook> {
  const { key, cert } = await loopbackPair()
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    void text(incoming).then(body => {
      const review: unknown = JSON.parse(body)
      const { patch, ...answered } = answer(memberOf(review, 'request', 'object'))
      const patched = patch && { patchType: 'JSONPatch', patch: Buffer.from(JSON.stringify(patch)).toString('base64') }
      const response = { ...answered, ...patched, uid: memberOf(review, 'request', 'uid') }
      outgoing.setHeader('content-type', 'application/json')
      outgoing.end(JSON.stringify({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the webhook has no port')
  return {
    url: `https://127.0.0.1:${address.port}/`,
    ca: cert,
    async close() {
      server.close()
      // The API server keeps its connections for 90 s.
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function loopbackPair(): Promise<{ key: string; cert: string }> {
  const pair = await generate([{ name: 'commonName', value: 'cluster test webhook' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  })
  return { key: pair.private, cert: pair.cert }
}
