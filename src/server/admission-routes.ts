import type { FastifyInstance } from 'fastify'
import type { Server } from 'node:https'
import type { Logger } from 'pino'
import type { Handler } from '../admission/handler.ts'
import { readReview } from '../admission/read-review.ts'
import { UnansweredLookUp } from '../admission/look-up.ts'
import type { AdmissionRequest } from '../admission/request.ts'
import { writeReview } from '../admission/write-review.ts'
import { logAdmission } from './admission-log.ts'
import { problem } from './problem.ts'
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
}

declare module 'fastify' {
  interface FastifyRequest {
    /** When its headers were here, so that the time told includes reading and parsing the body. */
    arrived: number
  }
}

/** HTTP around the handlers. No schemas: they cost time and drop what they do not list. */
export function admissionRoutes(app: FastifyInstance<Server>, options: AdmissionOptions, registered: () => void): void {
  const { endpoints, problems, log } = options
  app.decorateRequest('arrived', 0)
  app.addHook('onRequest', (request, _reply, next) => {
    request.arrived = performance.now()
    next()
  })
  for (const { path, handler } of endpoints) {
    app.post(path, async (request, reply) => {
      const reading = readReview(request.body)
      if (reading.kind === 'malformed') return problems.refuse(request, reply, 400, reading.problem)
      const done = await admit(handler, reading.request, timeBudget(request.query), log)
      if (done.kind === 'failed') return reply.code(done.code).send(problem(done.code, done.message))
      logAdmission(log, reading.request, done.outcome, performance.now() - request.arrived)
      return reply.type('application/json').send(done.text)
    })
  }
  registered()
}

/**
 * A defect of ours is told as one, and so is a question that nobody answered in time: the API server then does what the
 * failurePolicy says. It is never an allowed pod.
 */
async function admit(handler: Handler, request: AdmissionRequest, budget: number, log: Logger) {
  try {
    const answer = await handler(request, budget)
    return { kind: 'answered', outcome: answer.outcome, text: writeReview(request.uid, answer) } as const
  } catch (error) {
    const { uid, namespace } = request
    if (error instanceof UnansweredLookUp) {
      log.error({ uid, namespace, problem: error.message }, 'admission not answered')
      return { kind: 'failed', code: 503, message: error.message } as const
    }
    log.error({ err: error, uid, namespace }, 'admission failed')
    return { kind: 'failed', code: 500, message: `internal error: the log has it under uid ${uid}` } as const
  }
}
