import { bondLabel } from '../../bonding/keys.ts'
import { judgeOrder } from '../webhook-order/judge-order.ts'
import type { Remark } from '../webhook-order/remark.ts'
import { doubtful, failed, ok, untold, type Answer } from './answer.ts'
import type { Evidence, PodCall } from './evidence.ts'
import { unmet } from './label-selector.ts'
import { knownLabels } from './registration.ts'

/**
 * What the other webhooks mean that are called for labelled pods of this namespace: an answer for each of which there is
 * something to say.
 *
 * @param isComplete a pod came back with all that it needs, so nothing is called broken
 */
export function judgeNeighbours(evidence: Evidence, isComplete: boolean): readonly Answer[] {
  const { calls, question } = evidence
  if (calls.kind === 'unread') return [untold('order', `other webhooks could not be read (${calls.reason})`)]
  if (calls.kind === 'absent') return [untold('order', 'other webhooks could not be read (there are none to list)')]
  const { configuration, devices } = question
  const verdict = judgeOrder(
    calls.value.filter(call => isCalled(call, evidence)),
    { configurations: [configuration], devices },
  )
  if (verdict.kind === 'not-registered') return [untold('order', 'waits for a webhook that is registered')]
  if (verdict.remarks.length > 0) return verdict.remarks.map(remark => answer(remark, isComplete))
  return [ok('order', 'no other webhook is called after bond-injector, and no known one before it')]
}

/** As far as can be told: pods have labels that are not known. */
function isCalled({ webhook }: PodCall, evidence: Evidence): boolean {
  const { labels, areAll } = knownLabels(evidence)
  const pod = { [bondLabel]: evidence.question.bond }
  return (
    unmet(webhook.namespaceSelector, labels, areAll) === undefined &&
    unmet(webhook.objectSelector, pod, false) === undefined
  )
}

function answer(remark: Remark, isComplete: boolean): Answer {
  switch (remark.kind) {
    case 'fine':
      return ok('order', remark.fact)
    case 'doubtful':
      return doubtful('order', remark)
    case 'broken':
      if (!isComplete) return failed('order', remark)
      return doubtful('order', { ...remark, problem: `${remark.problem}; but a pod came back with its devices` })
  }
}
