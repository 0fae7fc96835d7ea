import t from 'tap'
import { createOpsServer } from '../../src/server/ops-server.ts'
import type { Condition, Readiness } from '../../src/server/readiness.ts'

const certificate = { name: 'certificate', ok: true, message: 'valid until 2027-02-23T12:00:00.000Z' }
const manifests = { name: 'manifests', ok: false, message: 'nads/bond.yaml:3:5: not a mapping' }

function opsServer(readiness: Readiness) {
  return createOpsServer(readiness, { contentType: 'text/plain; version=0.0.4', text: async () => 'up 1\n' })
}

t.test('alive whatever the conditions are', async t => {
  const answer = await opsServer(() => [manifests]).inject('/healthz')
  t.equal(answer.statusCode, 200)
  t.same(answer.json(), { ok: true })
})

const cases: readonly { name: string; conditions: readonly Condition[]; status: number; ready: boolean }[] = [
  { name: 'every condition holds', conditions: [certificate], status: 200, ready: true },
  { name: 'one does not', conditions: [certificate, manifests], status: 503, ready: false },
]
for (const { name, conditions, status, ready } of cases) {
  t.test(`readiness when ${name}: each condition is told`, async t => {
    const answer = await opsServer(() => conditions).inject('/readyz')
    t.equal(answer.statusCode, status)
    t.same(answer.json(), { ready, conditions })
  })
}

t.test('readiness is looked at for each question', async t => {
  let ok = true
  const ops = opsServer(() => [{ ...certificate, ok }])
  t.equal((await ops.inject('/readyz')).statusCode, 200)
  ok = false
  t.equal((await ops.inject('/readyz')).statusCode, 503)
})

t.test('HEAD, as some probes ask', async t => {
  t.equal((await opsServer(() => [certificate]).inject({ method: 'HEAD', url: '/readyz' })).statusCode, 200)
})

t.test('everything else is not found', async t => {
  const ops = opsServer(() => [])
  for (const url of ['/', '/mutate/pods', '/metric']) {
    const answer = await ops.inject(url)
    t.match(answer.json(), { kind: 'Status', code: 404, reason: 'NotFound', message: `nothing is served under ${url}` })
  }
})

t.test('metrics, in the words of whoever keeps them', async t => {
  const answer = await opsServer(() => []).inject('/metrics')
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['content-type'], 'text/plain; version=0.0.4')
  t.equal(answer.body, 'up 1\n')
})
