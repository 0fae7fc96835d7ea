import { failed, ok, untold, type Answer } from './answer.ts'
import { callTrouble } from './call-trouble.ts'
import type { Evidence } from './evidence.ts'
import { judgeCall } from './judge-call.ts'
import { judgeNeighbours } from './judge-neighbours.ts'
import { judgeDryRun, judgeInjection, judgeRefusal } from './judge-pods.ts'
import { podOutcome, type PodOutcome } from './pod-outcome.ts'
import { registrationTrouble } from './registration.ts'
import { serviceFact, serviceTrouble } from './service.ts'

/**
 * One answer for each link of the chain, in the order in which a pod passes them, and some about other webhooks. What the pods met counts more than
 * what was read: where they met us, nothing that was read is called broken. One cause is told once.
 */
export function judge(evidence: Evidence): readonly Answer[] {
  const isOurs = ourWebhooks(evidence)
  const complete = podOutcome(evidence.complete, isOurs)
  const refused = podOutcome(evidence.refused, isOurs)
  const pods = { complete, refused }
  const outcomes = [complete, refused]
  const isReached = outcomes.some(({ kind }) => kind === 'completed' || kind === 'refused-by-us')
  const failure = outcomes.flatMap(outcome => (outcome.kind === 'call-failed' ? [outcome.failure] : []))[0]
  const registration = judgeRegistration(evidence, isReached || failure !== undefined)
  const service = judgeService(evidence, outcomes, isReached)
  const isBroken = registration.kind === 'failed' || service.kind === 'failed'
  const injection = judgeInjection(pods, evidence.question)
  return [
    judgeDryRun(pods, evidence.question),
    registration,
    service,
    judgeCall(evidence, outcomes, isReached, isBroken),
    injection,
    judgeRefusal(pods),
    ...judgeNeighbours(evidence, injection.kind === 'ok'),
  ]
}

/** Without the configuration there is only the name to go by; that of /validate/pods stands in another one. */
function ourWebhooks({ webhooks }: Evidence): (webhook: string) => boolean {
  const names = webhooks.kind === 'found' ? webhooks.value.map(({ name }) => name) : []
  return webhook => names.includes(webhook) || webhook.includes('bond-injector')
}

function judgeRegistration(evidence: Evidence, isCalled: boolean): Answer {
  const { webhooks, question } = evidence
  if (webhooks.kind === 'unread') {
    return untold('registration', `could not be read (${webhooks.reason}), so the pods alone tell`)
  }
  const trouble = registrationTrouble(evidence)
  if (trouble) {
    if (!isCalled) return failed('registration', trouble)
    return untold('registration', `${trouble.problem}; but the webhook is called, so another one may be yours`)
  }
  const names = webhooks.kind === 'found' ? webhooks.value.map(({ name }) => name).join(', ') : ''
  const { configuration, namespace } = question
  return ok('registration', `${names} of ${configuration} is to be called for labelled pods of namespace ${namespace}`)
}

function judgeService(evidence: Evidence, outcomes: readonly PodOutcome[], isReached: boolean): Answer {
  const troubles = outcomes.flatMap(outcome => (outcome.kind === 'call-failed' ? [callTrouble(outcome.failure)] : []))
  const met = troubles.find(({ topic }) => topic === 'service')
  const read = serviceTrouble(evidence)
  if (met) return failed('service', read ?? met)
  if (read) return isReached ? untold('service', `${read.problem}; but the webhook answers`) : failed('service', read)
  const { fact, unknown } = serviceFact(evidence)
  return unknown ? untold('service', fact) : ok('service', fact)
}
