import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'
import { KubeConnection } from '../../src/cluster/kube/connection.ts'

export interface RecordedRequest {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly type: string | undefined
  readonly body: unknown
}

export interface RecordingApiServer {
  readonly connection: KubeConnection
  readonly requests: readonly RecordedRequest[]
  /** What it answers from now on. */
  answer(status: number, body: unknown): void
}

/** An API server that writes down what it is asked, and answers what it is told. */
export async function recordingApiServer(t: Test): Promise<RecordingApiServer> {
  const requests: RecordedRequest[] = []
  let next = { status: 200, body: {} as unknown }
  const server = createServer((request, response) => {
    void text(request).then(body => {
      const { method, url, headers } = request
      const parsed: unknown = body === '' ? undefined : JSON.parse(body)
      requests.push({ method, path: url, type: headers['content-type'], body: parsed })
      response.writeHead(next.status, { 'content-type': 'application/json' }).end(JSON.stringify(next.body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const kubeconfig = join(t.testdir(), 'config')
  writeFileSync(kubeconfig, kubeconfigOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  return {
    connection: new KubeConnection({ kubeconfig, requestTimeout: 10_000 }),
    requests,
    answer: (status, body) => {
      next = { status, body }
    },
  }
}

function kubeconfigOf(server: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'u', user: {} }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  })
}
