import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Server } from 'node:https'
import type { Logger } from 'pino'
import type { AdmissionMetrics } from './admission-metrics.ts'
import { problem } from './problem.ts'

type Request = FastifyRequest<object, Server>
type Reply = FastifyReply<object, Server>

/** What Fastify finds wrong, in the words of one who expects an AdmissionReview. */
const sentences = new Map<string, (request: Request) => string>([
  ['FST_ERR_BAD_URL', ({ raw }) => `expected a path, found ${raw.url ?? 'nothing'}`],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', () => 'the body: expected an AdmissionReview, found nothing'],
  ['FST_ERR_CTP_INVALID_JSON_BODY', () => 'the body: expected an AdmissionReview as JSON, found text that is not JSON'],
  [
    'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    ({ headers }) => `Content-Type: expected application/json, found ${headers['content-type'] ?? 'none'}`,
  ],
  [
    'FST_ERR_CTP_BODY_TOO_LARGE',
    ({ routeOptions, headers }) =>
      `the body: expected at most ${routeOptions.bodyLimit} bytes, found ${headers['content-length'] ?? 'more'}`,
  ],
])

/** Every answer that is not an AdmissionReview: JSON, and a sentence that says what was expected. One line is logged. */
export class ProblemAnswers {
  readonly #log: Logger
  readonly #metrics: AdmissionMetrics

  constructor(log: Logger, metrics: AdmissionMetrics) {
    this.#log = log
    this.#metrics = metrics
  }

  /** For requests that can be told what is wrong with them. */
  refuse(request: Request, reply: Reply, code: number, message: string): Reply {
    this.#log.warn({ code, problem: cut(message), url: cut(request.url), peer: request.ip }, 'request refused')
    return this.send(reply, code, message)
  }

  /** What goes wrong before and outside the handlers. */
  answer(error: FastifyError, request: Request, reply: Reply): Reply {
    const code = error.statusCode ?? 500
    if (code < 500) return this.refuse(request, reply, code, sentences.get(error.code)?.(request) ?? error.message)
    this.#log.error({ err: error, url: cut(request.url) }, 'request failed')
    return this.send(reply, 500, 'internal error: the log has the details')
  }

  install(app: FastifyInstance<Server>): void {
    app.setErrorHandler<FastifyError>((error, request, reply) => this.answer(error, request, reply))
    // A hook, not a handler: what was sent to the wrong place is not read first.
    app.addHook('onRequest', (request, reply, done) => {
      if (request.is404) this.#refuseRoute(app, request, reply)
      else done()
    })
  }

  /** Counts it, and logs nothing. */
  send(reply: Reply, code: number, message: string): Reply {
    this.#metrics.failed(code)
    return reply.code(code).send(problem(code, message))
  }

  #refuseRoute(app: FastifyInstance<Server>, request: Request, reply: Reply): void {
    const [url = ''] = request.url.split('?', 1)
    if (app.hasRoute({ method: 'POST', url })) {
      this.refuse(request, reply.header('allow', 'POST'), 405, `expected POST, found ${request.method}`)
    } else this.refuse(request, reply, 404, `nothing is served under ${url}`)
  }
}

/** What comes from strangers must not fill the log. */
function cut(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}...`
}
