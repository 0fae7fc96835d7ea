import { bondLabel } from '../../bonding/keys.ts'
import { readStatus, type BondStatus } from '../../bonding/plan/status.ts'
import { readPod, type Pod } from '../../bonding/pod.ts'
import { readCallFailure, type CallFailure } from './call-failure.ts'
import type { PodAnswer } from './evidence.ts'

/** What the answer to a pod tells about us. */
export type PodOutcome =
  | { readonly kind: 'completed'; readonly pod: Pod; readonly bonds: readonly BondStatus[] }
  /** Nobody completed it. */
  | { readonly kind: 'untouched'; readonly labelled: boolean }
  /** `cause` is the first finding, as kubectl shows it. */
  | { readonly kind: 'refused-by-us'; readonly rule: string; readonly cause: string }
  | { readonly kind: 'call-failed'; readonly failure: CallFailure }
  /** RBAC keeps this account from making pods. */
  | { readonly kind: 'forbidden'; readonly message: string }
  | { readonly kind: 'no-namespace' }
  | { readonly kind: 'refused-by-another'; readonly message: string }
  | { readonly kind: 'unanswered'; readonly reason: string }

/** @param isOurs tells the names of our webhooks from those of others */
export function podOutcome(answer: PodAnswer, isOurs: (webhook: string) => boolean): PodOutcome {
  switch (answer.kind) {
    case 'created':
      return createdOutcome(answer.pod)
    case 'refused':
      return refusedOutcome(answer.status, answer.message, isOurs)
    case 'unanswered':
      return answer
  }
}

function createdOutcome(object: unknown): PodOutcome {
  const pod = readPod(object, '')
  const bonds = pod && readStatus(pod)
  if (bonds) return { kind: 'completed', pod, bonds }
  return { kind: 'untouched', labelled: pod !== undefined && Object.hasOwn(pod.labels, bondLabel) }
}

function refusedOutcome(status: number, message: string, isOurs: (webhook: string) => boolean): PodOutcome {
  const failure = readCallFailure(message)
  if (failure && isOurs(failure.webhook)) return { kind: 'call-failed', failure }
  const rule = /\[bond-injector ([a-z0-9-]+)\]/.exec(message)?.[1]
  // /validate/pods says so of a pod that passed /mutate/pods by, which is what we want to know.
  if (rule === 'pod-completed') return { kind: 'untouched', labelled: true }
  if (rule !== undefined) return { kind: 'refused-by-us', rule, cause: causeOf(message) }
  if (status === 403 && message.includes('cannot create resource "pods"')) return { kind: 'forbidden', message }
  if (status === 404 && message.startsWith('namespaces ')) return { kind: 'no-namespace' }
  return { kind: 'refused-by-another', message }
}

function causeOf(message: string): string {
  const [first = ''] = message.split('\n')
  return first.replace(/^admission webhook "[^"]*" denied the request: /, '')
}
