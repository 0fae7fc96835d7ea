import { Writable } from 'node:stream'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { AdmissionMetrics } from '../../src/server/admission-metrics.ts'
import { Connections } from '../../src/server/connections.ts'
import { createWebhookServer } from '../../src/server/webhook-server.ts'

t.test('a defect outside the handlers is a 500, logged, and tells nothing of itself', async t => {
  const lines: unknown[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()))
      done()
    },
  })
  const authority = await makeAuthority(new Date())
  const served = new ServedPair(await authority.issue(['localhost'], new Date()))
  const registry = new Registry()
  const app = createWebhookServer({
    served,
    endpoints: [],
    log: pino(sink),
    metrics: new AdmissionMetrics(registry),
    connections: new Connections(),
  })
  app.get('/defect', () => {
    throw new TypeError('cannot read properties of undefined')
  })
  const answer = await app.inject('/defect')
  t.equal(answer.statusCode, 500)
  t.same(answer.json(), {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    code: 500,
    reason: 'InternalError',
    message: 'internal error: the log has the details',
  })
  t.match(lines, [{ level: 50, msg: 'request failed', url: '/defect', err: { type: 'TypeError' } }])
  t.match(await registry.metrics(), 'bond_injector_requests_failed_total{code="500",reason="InternalError"} 1')
})
