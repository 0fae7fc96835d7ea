import type { Catalogue } from '../bonding/catalogue.ts'
import { inject } from '../bonding/inject.ts'
import { warningsOfIgnored } from '../bonding/ignored.ts'
import { warningText } from '../bonding/layout.ts'
import type { Plan, Planner, Verdict } from '../bonding/plan.ts'
import { type Pod, readPod } from '../bonding/pod.ts'
import { allowed, denied, patched, spoken, untouched, type AdmissionAnswer } from './answer.ts'
import type { Handler } from './handler.ts'
import { type LiveNetworks, verdictAfterLookUp } from './look-up.ts'
import { refusalOf } from './refusal.ts'
import { RememberedAnswers } from './remembered-answers.ts'
import type { AdmissionRequest } from './request.ts'

/**
 * `/mutate/pods`: completes labelled pods while they are created, and touches nothing else.
 *
 * @param live absent where the catalogue is complete by itself, as one of files is
 */
export function mutatePods(plan: Planner, catalogue: Catalogue, live?: LiveNetworks): Handler {
  const remembered = new RememberedAnswers()
  return (request, budget) => {
    if (!createsPod(request)) return untouched('no-pod-creation')
    const pod = readPod(request.object, request.namespace)
    // What the API server itself refuses is left to it: its message is the better one.
    if (!pod) return untouched('unreadable-pod')
    return remembered.answer(pod, catalogue, asked => {
      const verdict = verdictAfterLookUp(known => plan(pod, known), asked, live, budget)
      return verdict instanceof Promise ? verdict.then(late => answerOf(late, pod)) : answerOf(verdict, pod)
    })
  }
}

function createsPod({ operation, kind, subResource }: AdmissionRequest): boolean {
  return operation === 'CREATE' && kind.group === '' && kind.kind === 'Pod' && subResource === ''
}

function answerOf(verdict: Verdict, pod: Pod): AdmissionAnswer {
  const warnings = [...warningsOfIgnored(verdict.ignored), ...verdict.warnings].map(warningText)
  switch (verdict.kind) {
    case 'nothing-to-do':
      return untouched(verdict.reason, warnings, spoken(verdict.warnings, verdict.ignored))
    case 'refused': {
      const rules = spoken([...verdict.errors, ...verdict.warnings], verdict.ignored)
      return denied(refusalOf(pod.reference, verdict.errors), { verdict: 'refused', bonds: [], ...rules }, warnings)
    }
    case 'planned':
      return planned(verdict.plan, spoken(verdict.warnings, verdict.ignored), warnings)
  }
}

/** Where nothing changes there is no patch, not an empty one: whoever reads the answer sees at once that we did nothing. */
function planned(plan: Plan, rules: ReturnType<typeof spoken>, warnings: readonly string[]): AdmissionAnswer {
  const patch = inject(plan)
  const bonds = plan.bonds.map(bond => `${bond.network}@${bond.interface}`)
  if (patch.length === 0) return allowed({ verdict: 'unchanged', bonds, ...rules }, warnings)
  return patched(patch, { verdict: 'injected', bonds, ...rules }, warnings)
}
