import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Server } from 'node:https'
import type { Logger } from 'pino'
import type { Handler } from '../admission/handler.ts'
import { readReview } from '../admission/read-review.ts'
import type { Observe } from './admission-log.ts'
import { decide, type Decision } from './decide.ts'
import type { Connections } from './connections.ts'
import type { ProblemAnswers } from './problem-answers.ts'
import { timeBudget } from './time-budget.ts'

export interface Endpoint {
  readonly path: string
  readonly handler: Handler
}

export interface AdmissionOptions {
  readonly endpoints: readonly Endpoint[]
  readonly problems: ProblemAnswers
  readonly log: Logger
  readonly connections: Connections
  readonly observe: Observe
}

declare module 'fastify' {
  interface FastifyRequest {
    /** When its headers were here, so that the time told includes reading and parsing the body. */
    arrived: number
  }
}

/** HTTP around the handlers. No schemas: they cost time and drop what they do not list. */
export function admissionRoutes(app: FastifyInstance<Server>, options: AdmissionOptions, registered: () => void): void {
  const { endpoints, problems, log, connections, observe } = options
  app.decorateRequest('arrived', 0)
  app.addHook('onRequest', (request, _reply, next) => {
    request.arrived = connections.requested()
    next()
  })
  for (const { path, handler } of endpoints) {
    app.post(path, (request, reply) => {
      const reading = readReview(request.body)
      if (reading.kind === 'malformed') return problems.refuse(request, reply, 400, reading.problem)
      const answer = (decision: Decision) => {
        connections.deciding--
        if (decision.kind === 'failed') return problems.send(reply, decision.code, decision.message)
        send(reply, decision.text, connections.isOver(request.raw.socket))
        observe(path, reading.request, decision.outcome, connections.now() - request.arrived)
        return reply
      }
      connections.deciding++
      const decision = decide(handler, reading.request, timeBudget(request.query), log)
      // The usual case stays synchronous: each turn of the event loop costs others their time.
      return decision instanceof Promise ? decision.then(answer) : answer(decision)
    })
  }
  registered()
}

/** Head and body in one write, past all that Fastify could do to them. */
function send(reply: FastifyReply, text: string, last: boolean): void {
  reply.hijack()
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  reply.raw.writeHead(200, last ? { ...headers, connection: 'close' } : headers).end(text)
}
