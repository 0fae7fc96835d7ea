/**
 * An answer that is not an AdmissionReview, in the shape that Kubernetes' own clients read (metav1.Status), so that
 * the API server can repeat its message.
 */
export interface Problem {
  readonly kind: 'Status'
  readonly apiVersion: 'v1'
  readonly status: 'Failure'
  readonly code: number
  readonly reason: string
  readonly message: string
}

/** Reasons of apimachinery's `metav1.StatusReason`, where it has one for the code. */
const reasons = new Map([
  [400, 'BadRequest'],
  [404, 'NotFound'],
  [405, 'MethodNotAllowed'],
  [408, 'Timeout'],
  [413, 'RequestEntityTooLarge'],
  [415, 'UnsupportedMediaType'],
  [500, 'InternalError'],
  [503, 'ServiceUnavailable'],
])

export function problem(code: number, message: string): Problem {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason: statusReason(code), message }
}

/** Kubernetes' word for a code of HTTP. */
export function statusReason(code: number): string {
  return reasons.get(code) ?? 'Unknown'
}
