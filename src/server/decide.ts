import type { Logger } from 'pino'
import type { AdmissionAnswer, Outcome } from '../admission/answer.ts'
import type { Handler } from '../admission/handler.ts'
import { UnansweredLookUp } from '../admission/look-up.ts'
import type { AdmissionRequest } from '../admission/request.ts'
import { writeReview } from '../admission/write-review.ts'

export type Decision =
  /** `text` is the AdmissionReview to answer with. */
  | { readonly kind: 'answered'; readonly outcome: Outcome; readonly text: string }
  | { readonly kind: 'failed'; readonly code: 500 | 503; readonly message: string }

/**
 * What a handler says, whatever happens in it. A defect of ours is told as one, and so is a question that nobody answered
 * in time: the API server then does what the failurePolicy says. It is never an allowed pod.
 *
 * @param budget milliseconds that the API server waits
 */
export function decide(
  handler: Handler,
  request: AdmissionRequest,
  budget: number,
  log: Logger,
): Decision | Promise<Decision> {
  const written = (answer: AdmissionAnswer): Decision => ({
    kind: 'answered',
    outcome: answer.outcome,
    text: writeReview(request.uid, answer),
  })
  try {
    const answer = handler(request, budget)
    if (!(answer instanceof Promise)) return written(answer)
    return answer.then(written).catch((error: unknown) => failed(error, request, log))
  } catch (error) {
    return failed(error, request, log)
  }
}

function failed(error: unknown, { uid, namespace }: AdmissionRequest, log: Logger): Decision {
  if (error instanceof UnansweredLookUp) {
    log.error({ uid, namespace, problem: error.message }, 'admission not answered')
    return { kind: 'failed', code: 503, message: error.message }
  }
  log.error({ err: error, uid, namespace }, 'admission failed')
  return { kind: 'failed', code: 500, message: `internal error: the log has it under uid ${uid}` }
}
