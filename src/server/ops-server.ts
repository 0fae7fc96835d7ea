import Fastify, { type FastifyInstance } from 'fastify'
import { problem } from './problem.ts'
import type { Readiness } from './readiness.ts'

/** As much of the metrics as a scrape needs. */
interface Scraped {
  readonly contentType: string
  text(): Promise<string>
}

/** Health and metrics, for the kubelet, Prometheus and people: plain HTTP on a port of its own, and nothing that the pods depend on. */
export function createOpsServer(readiness: Readiness, metrics: Scraped): FastifyInstance {
  const app = Fastify({ requestTimeout: 5_000, return503OnClosing: false })
  // The process answers: that is all that being alive means. A restart would not repair a condition.
  app.get('/healthz', () => ({ ok: true }))
  app.get('/readyz', (_request, reply) => {
    const conditions = readiness()
    const ready = conditions.every(condition => condition.ok)
    return reply.code(ready ? 200 : 503).send({ ready, conditions })
  })
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()))
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(problem(404, `nothing is served under ${request.url}`)),
  )
  return app
}
