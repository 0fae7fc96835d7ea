import { request, type RequestOptions } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Test } from 'tap'
import type { Handler } from '../../src/admission/handler.ts'
import { allowed } from '../../src/admission/answer.ts'
import { makeAuthority } from '../../src/certs/authority.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { Connections } from '../../src/server/connections.ts'
import { drainable, type Drain } from '../../src/server/drain.ts'
import { listen } from '../../src/server/listen.ts'
import { Metrics } from '../../src/server/metrics.ts'
import { createWebhookServer } from '../../src/server/webhook-server.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Call extends RequestOptions {
  readonly body?: string | Buffer | readonly string[]
}

export interface RunningWebhook {
  readonly port: number
  readonly ca: string
  readonly served: ServedPair
  readonly authority: Awaited<ReturnType<typeof makeAuthority>>
  readonly drain: Drain
  readonly connections: Connections
  readonly metrics: Metrics
  /** The lines logged so far, as objects. */
  readonly log: readonly Readonly<Record<string, unknown>>[]
  /** Over real TLS, verified; JSON by POST to `/mutate/pods` unless said otherwise. A list is sent in chunks. */
  readonly call: (call: Call) => Promise<Answer>
}

export const unchanged: Handler = () => allowed({ verdict: 'unchanged', bonds: [], rules: [] })

/** The real server with handlers of the test's own; it stops with the test. */
export async function startWebhook(
  t: Test,
  handler: Handler = unchanged,
  connections = new Connections(),
): Promise<RunningWebhook> {
  const lines: Record<string, unknown>[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>)
      done()
    },
  })
  const authority = await makeAuthority(new Date())
  const served = new ServedPair(await authority.issue(['localhost', '127.0.0.1'], new Date()))
  const metrics = new Metrics({ version: '1.2.3', served, connections, readiness: () => [], source: {} })
  t.teardown(() => {
    metrics.stop()
  })
  const app = createWebhookServer({
    served,
    metrics: metrics.admissions,
    connections,
    endpoints: [{ path: '/mutate/pods', handler }],
    log: pino({ level: 'trace', base: null }, sink),
  })
  const drain = drainable(app, () => {
    connections.leave()
  })
  const listening = await listen(app, { host: '127.0.0.1', port: 0 })
  if (listening.kind === 'failed') throw new Error(listening.problem)
  const { port } = listening.address
  t.teardown(() => drain(0))
  const call = (options: Call) => callServer({ port, ca: authority.cert, ...options })
  return { port, ca: authority.cert, served, authority, drain, connections, metrics, log: lines, call }
}

/** What an API server sends for a new pod, with whatever the test changes in it. */
export function reviewOf(change: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid: '705ab4f5-6393-11e8-b7cc-42010a800002',
      kind: { group: '', version: 'v1', kind: 'Pod' },
      resource: { group: '', version: 'v1', resource: 'pods' },
      namespace: 'demo',
      operation: 'CREATE',
      object: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'podbonding' } },
      ...change,
    },
  })
}

export function callServer({ body = '', headers, ...options }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        method: 'POST',
        path: '/mutate/pods',
        headers: headers ?? { 'content-type': 'application/json' },
        ...options,
      },
      incoming => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const answer = Buffer.concat(chunks).toString()
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: answer })
        })
      },
    )
    outgoing.on('error', reject)
    if (typeof body === 'string' || Buffer.isBuffer(body)) {
      outgoing.end(body)
      return
    }
    for (const chunk of body) outgoing.write(chunk)
    outgoing.end()
  })
}
