import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'

export interface FakeAnswer {
  readonly code: number
  readonly body: object
}

/** A request, its path without the query. */
export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** Of the object that is sent. */
  readonly bond: string | undefined
}

/** An API server that gives these answers, and nothing after the test; returns a kubeconfig's text. */
export async function fakeCheckCluster(t: Test, answer: (request: FakeRequest) => FakeAnswer): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then(body => {
      const { pathname: path, searchParams: query } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
      const bond = /"bond-injector\.io\/bond":"([^"]*)"/.exec(body)?.[1]
      const given = answer({ method: incoming.method ?? '', path, query, bond })
      outgoing.writeHead(given.code, { 'content-type': 'application/json' }).end(JSON.stringify(given.body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return kubeconfig(typeof address === 'string' ? 0 : (address?.port ?? 0))
}

/** For an API server without TLS on this port of loopback. */
export function kubeconfig(port: number): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'fake', cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'fake', user: { token: 'x' } }],
    contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'fake' } }],
    'current-context': 'fake',
  })
}
