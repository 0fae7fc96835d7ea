import Fastify, { type FastifyInstance } from 'fastify'
import type { Server } from 'node:https'
import type { Logger } from 'pino'
import type { ServedPair } from '../certs/served-pair.ts'
import type { AdmissionMetrics } from './admission-metrics.ts'
import { logAdmission, type Observe } from './admission-log.ts'
import { admissionRoutes, type Endpoint } from './admission-routes.ts'
import type { Connections } from './connections.ts'
import { ProblemAnswers } from './problem-answers.ts'
import { followPair, tlsOptions } from './tls.ts'

export interface WebhookServerOptions {
  readonly served: ServedPair
  readonly endpoints: readonly Endpoint[]
  readonly log: Logger
  readonly metrics: AdmissionMetrics
  readonly connections: Connections
}

/** The server that the API server calls: HTTPS, HTTP/1.1 (the only version it speaks to webhooks). */
export function createWebhookServer(options: WebhookServerOptions): FastifyInstance<Server> {
  const { served, log, metrics, connections } = options
  const problems = new ProblemAnswers(log, metrics)
  const app = Fastify({
    https: {
      ...tlsOptions(served.pair),
      // Node looks at its time limits only this often; its default is 30 s.
      connectionsCheckingInterval: 1_000,
      headersTimeout: 15_000,
    },
    requestTimeout: 15_000,
    // The API server keeps idle connections for 90 s; whoever closes first loses requests, so let it be the API server.
    keepAliveTimeout: 120_000,
    // An update carries an object twice, each up to etcd's 1.5 MiB as stored, more as JSON.
    bodyLimit: 8 * 1024 * 1024,
    // Pods may legally hold such keys in free-form maps; refusing them would be a way around the webhook.
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    // A 503 is a failed admission; while closing, answer as always and close the connection behind the answer.
    return503OnClosing: false,
    frameworkErrors(error, request, reply) {
      void problems.answer(error, request, reply)
    },
    // Fastify logs nothing: the admission line is ours, and a child logger for each request costs as much as the line.
  })
  app.removeContentTypeParser('text/plain')
  problems.install(app)
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (connections.isOver(request.raw.socket)) reply.header('connection', 'close')
    done()
  })
  // The one place that tells of an admission: a line and its numbers.
  const observe: Observe = (endpoint, request, outcome, ms) => {
    logAdmission(log, request, outcome, ms)
    metrics.answered(endpoint, request.dryRun, outcome, ms)
  }
  void app.register(admissionRoutes, { ...options, problems, observe })
  connections.follow(app.server)
  followPair(app.server, served, log)
  return app
}
