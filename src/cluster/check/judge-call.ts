import { failed, ok, untold, type Answer, type Trouble } from './answer.ts'
import { callTrouble } from './call-trouble.ts'
import type { Evidence } from './evidence.ts'
import type { PodOutcome } from './pod-outcome.ts'

/**
 * Does the API server get a verdict from us?
 *
 * @param isBroken what comes before the call is known to be broken, and was told
 */
export function judgeCall(
  evidence: Evidence,
  outcomes: readonly PodOutcome[],
  isReached: boolean,
  isBroken: boolean,
): Answer {
  const failure = outcomes.flatMap(outcome => (outcome.kind === 'call-failed' ? [outcome.failure] : []))[0]
  if (isBroken) return untold('call', 'waits for what failed above')
  if (failure) {
    const trouble =
      failure.kind === 'unknown-authority' && lacksAuthority(evidence) ? emptyBundle : callTrouble(failure)
    const once = isReached ? ' (not every time: one of the pods was answered)' : ''
    return failed('call', { ...trouble, problem: `${trouble.problem}${once}` })
  }
  if (isReached) return ok('call', 'the API server reaches the webhook and trusts its certificate')
  const untouched = outcomes.find(outcome => outcome.kind === 'untouched')
  if (!untouched) return untold('call', 'no pod came so far')
  return failed('call', untouched.labelled ? silence(evidence) : unlabelled)
}

const emptyBundle: Trouble = {
  problem: 'caBundle of the mutating webhook configuration is empty, so the API server does not trust the webhook',
  fix: 'Put the authority of the serving certificate there, or see in the log of bond-injector why it does not do so itself',
}

const unlabelled: Trouble = {
  problem: 'the pod came back without its label, so another webhook takes it away before bond-injector is asked',
  fix: 'Find it with `kubectl get mutatingwebhookconfigurations`; they are called in the order of their names',
}

const silences = {
  ignored: {
    problem: 'pods come back untouched, and why is not told, since failurePolicy Ignore hides failed calls',
    fix: 'Set failurePolicy of the webhook to Fail and check again, or look for "failed calling webhook" in the log of the API server',
  },
  conditions: {
    problem: 'pods come back untouched: the matchConditions of the webhook may leave them out',
    fix: 'See whether they are true for a pod with the label that is being created',
  },
  unread: {
    problem:
      'pods come back untouched: the webhook is not registered for them, or failurePolicy Ignore hides that it cannot be called',
    fix: 'Allow this account to get mutatingwebhookconfigurations.admissionregistration.k8s.io and check again, to see which',
  },
  none: {
    problem: 'pods come back untouched, although the webhook is registered for them',
    fix: 'The API server takes a moment to see a changed configuration: check again; then look at the log of bond-injector',
  },
} as const satisfies Readonly<Record<string, Trouble>>

/** Why a pod that we should have been asked about was admitted as it was. */
function silence(evidence: Evidence): Trouble {
  const { webhooks } = evidence
  if (webhooks.kind !== 'found') return silences.unread
  if (webhooks.value.some(({ ignoresFailure }) => ignoresFailure)) {
    return lacksAuthority(evidence) ? emptyBundle : silences.ignored
  }
  return webhooks.value.some(({ hasConditions }) => hasConditions) ? silences.conditions : silences.none
}

function lacksAuthority({ webhooks }: Evidence): boolean {
  return webhooks.kind === 'found' && webhooks.value.some(({ hasAuthority }) => !hasAuthority)
}
