import type { AdmittedJudge, AdmittedVerdict } from '../bonding/admitted-verdict.ts'
import type { Catalogue } from '../bonding/catalogue.ts'
import { bondLabel, foreignAnnotations } from '../bonding/keys.ts'
import { warningText } from '../bonding/layout.ts'
import { type Pod, podAnnotation, readPod } from '../bonding/pod.ts'
import { allowed, denied, spoken, untouched, type AdmissionAnswer } from './answer.ts'
import type { Handler } from './handler.ts'
import { type LiveNetworks, verdictAfterLookUp } from './look-up.ts'
import { refusalOf } from './refusal.ts'
import { RememberedAnswers } from './remembered-answers.ts'
import type { AdmissionRequest } from './request.ts'

/**
 * `/validate/pods`: the last look at a labelled pod, after every mutating webhook. It refuses what cannot work any more
 * and says who may have done it. On an update it only warns: the pod runs already.
 *
 * @param live absent where the catalogue is complete by itself, as one of files is
 */
export function validatePods(judge: AdmittedJudge, catalogue: Catalogue, live?: LiveNetworks): Handler {
  const remembered = new RememberedAnswers()
  return (request, budget) => {
    if (!isPod(request)) return untouched('no-pod-change')
    const pod = readPod(request.object, request.namespace)
    if (!pod) return untouched('unreadable-pod')
    if (!Object.hasOwn(pod.labels, bondLabel)) return untouched('no-label')
    const before = podBefore(request)
    if (before === 'same') return untouched('networks-unchanged')
    const update = before !== undefined
    const decide = (asked: Catalogue) => {
      const verdict = verdictAfterLookUp(known => judge(pod, known, before), asked, live, budget)
      return verdict instanceof Promise
        ? verdict.then(late => answerOf(late, pod, update))
        : answerOf(verdict, pod, update)
    }
    // What an update may change depends on what was there before.
    return update ? decide(catalogue) : remembered.answer(pod, catalogue, decide)
  }
}

function isPod({ operation, kind, subResource }: AdmissionRequest): boolean {
  const written = operation === 'CREATE' || operation === 'UPDATE'
  return written && kind.group === '' && kind.kind === 'Pod' && subResource === ''
}

/** undefined for a creation; `same` for an update that leaves the networks as they are, as nearly all do. */
function podBefore({ operation, object, oldObject, namespace }: AdmissionRequest) {
  if (operation === 'CREATE') return undefined
  const [before, after] = [oldObject, object].map(state => networksOf(readPod(state, namespace)))
  return before === after ? 'same' : { networks: before }
}

function networksOf(pod: Pod | undefined): string | undefined {
  return pod && podAnnotation(pod, foreignAnnotations.networks)
}

/** What was set aside was told at injection; here only the audit log hears of it. */
function answerOf({ errors, warnings, ignored }: AdmittedVerdict, pod: Pod, update: boolean): AdmissionAnswer {
  const rules = spoken([...errors, ...warnings], ignored)
  if (update) return allowed({ verdict: 'unchanged', bonds: [], ...rules }, [...warnings, ...errors].map(warningText))
  const texts = warnings.map(warningText)
  if (errors.length === 0) return allowed({ verdict: 'unchanged', bonds: [], ...rules }, texts)
  return denied(refusalOf(pod.reference, errors), { verdict: 'refused', bonds: [], ...rules }, texts)
}
