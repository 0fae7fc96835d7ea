import type { AdmissionAnswer, Outcome, Refusal } from './answer.ts'

/** What stands behind the uid, of answers that may be given again. */
const written = new WeakMap<AdmissionAnswer, string>()

/** The AdmissionReview that goes back, as text. The uid is what the API server knows its question by. */
export function writeReview(uid: string, answer: AdmissionAnswer): string {
  const known = written.get(answer)
  const rest = known ?? textOf(answer)
  if (known === undefined) written.set(answer, rest)
  return `{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":${JSON.stringify(uid)},${rest}}`
}

/** The fields of the response, with its closing brace. */
function textOf(answer: AdmissionAnswer): string {
  return JSON.stringify({ ...verdictOf(answer), ...warningsOf(answer), ...auditOf(answer.outcome) }).slice(1)
}

function verdictOf(answer: AdmissionAnswer) {
  switch (answer.kind) {
    case 'allowed':
      return { allowed: true }
    case 'patched':
      return {
        allowed: true,
        patchType: 'JSONPatch',
        patch: Buffer.from(JSON.stringify(answer.patch)).toString('base64'),
      }
    case 'denied':
      return { allowed: false, status: statusOf(answer.refusal) }
  }
}

/** 422 and `Invalid` with causes is the only shape of which kubectl prints every finding on a line of its own. */
function statusOf({ message, kind, name, causes }: Refusal) {
  return { status: 'Failure', code: 422, reason: 'Invalid', message, details: { name, kind, causes } }
}

function warningsOf({ warnings }: AdmissionAnswer) {
  return warnings.length === 0 ? {} : { warnings }
}

/** The API server writes `<webhook's name>/<key>`. What we had nothing to say about leaves no trace. */
function auditOf({ verdict, reason, bonds, rules, ignored = [] }: Outcome) {
  if (verdict === 'untouched' && rules.length + ignored.length === 0) return {}
  return {
    auditAnnotations: {
      verdict,
      ...(reason === undefined ? {} : { reason }),
      ...(bonds.length === 0 ? {} : { bonds: bonds.join(',') }),
      ...(rules.length === 0 ? {} : { rules: rules.join(',') }),
      ...(ignored.length === 0 ? {} : { ignored: ignored.join(',') }),
    },
  }
}
