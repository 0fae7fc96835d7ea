import { failed, ok, untold, type Answer, type Trouble } from './answer.ts'
import type { CheckQuestion } from './evidence.ts'
import { injectionFact, injectionTrouble } from './injection.ts'
import type { PodOutcome } from './pod-outcome.ts'
import { madeUpBond } from './probe-pods.ts'

export interface ProbeOutcomes {
  readonly complete: PodOutcome
  readonly refused: PodOutcome
}

const missingBond = 'bond-network-exists'

/** Can pods be sent to this namespace at all? */
export function judgeDryRun({ complete, refused }: ProbeOutcomes, question: CheckQuestion): Answer {
  const trouble = sendingTrouble(complete, question) ?? sendingTrouble(refused, question)
  if (trouble) return failed('dry run', trouble)
  return ok('dry run', `this account may send pods to namespace ${question.namespace}`)
}

/** Is the pod that asks for a bond completed? */
export function judgeInjection({ complete, refused }: ProbeOutcomes, question: CheckQuestion): Answer {
  if (complete.kind === 'completed') {
    const trouble = injectionTrouble(complete.pod, complete.bonds, question.namespace)
    return trouble ? failed('injection', trouble) : ok('injection', injectionFact(complete.pod))
  }
  if (complete.kind === 'refused-by-us') return failed('injection', refusedTrouble(complete, question))
  if (complete.kind === 'untouched' && refused.kind === 'refused-by-us') {
    const problem = 'a labelled pod came back untouched, although the webhook is called for such pods'
    return failed('injection', { problem, fix: 'Look for the pod in the log of bond-injector' })
  }
  return untold('injection', 'waits for what failed above')
}

/** Is the pod refused that asks for a bond which does not exist? */
export function judgeRefusal({ complete, refused }: ProbeOutcomes): Answer {
  if (refused.kind === 'refused-by-us') {
    if (refused.rule === missingBond)
      return ok('refusal', `a pod that asks for a missing bond is refused [${missingBond}]`)
    const problem = `a pod that asks for a missing bond is refused for another reason: ${refused.cause}`
    return failed('refusal', { problem, fix: 'Correct what it names' })
  }
  if (refused.kind === 'completed') {
    const problem = `a pod that asks for ${madeUpBond} is completed, so there is a network of that name`
    return failed('refusal', {
      problem,
      fix: `Delete network attachment definition ${madeUpBond}, or check another namespace`,
    })
  }
  if (refused.kind === 'untouched' && (complete.kind === 'completed' || complete.kind === 'refused-by-us')) {
    const problem =
      'a pod that asks for a missing bond is admitted untouched, although the webhook is called for such pods'
    return failed('refusal', { problem, fix: 'Look for the pod in the log of bond-injector' })
  }
  return untold('refusal', 'waits for what failed above')
}

function refusedTrouble({ rule, cause }: PodOutcome & { kind: 'refused-by-us' }, question: CheckQuestion): Trouble {
  const { bond, namespace } = question
  if (rule !== missingBond) {
    const problem = `the webhook answers, but refuses a pod that asks for bond ${bond}: ${cause}`
    return { problem, fix: 'Correct what it names, or check another bond with --bond' }
  }
  return {
    problem: `the webhook answers, but there is no bond network ${namespace}/${bond} to try it with`,
    fix: `Name a bond network of the namespace with --bond, or create ${bond} and its links (docs/check.md has them to copy)`,
  }
}

function sendingTrouble(outcome: PodOutcome, { namespace }: CheckQuestion): Trouble | undefined {
  switch (outcome.kind) {
    case 'forbidden':
      return {
        problem: `this account may not create pods in namespace ${namespace}, which a dry run takes as well (${outcome.message})`,
        fix: 'Allow it create of pods there',
      }
    case 'no-namespace':
      return { problem: `there is no namespace ${namespace}`, fix: 'Create it, or name another with --namespace' }
    case 'refused-by-another':
      return {
        problem: `the pod was refused, and not by bond-injector: ${outcome.message}`,
        fix: 'Remove what refuses it, or check another namespace with --namespace',
      }
    case 'unanswered':
      return {
        problem: `the API server does not answer when a pod is sent (${outcome.reason})`,
        fix: 'See whether a webhook is slow: `kubectl get mutatingwebhookconfigurations,validatingwebhookconfigurations`',
      }
    default:
      return undefined
  }
}
