import type { Catalogue } from '../bonding/catalogue.ts'
import type { Finding } from '../bonding/finding.ts'
import { bondLabel } from '../bonding/keys.ts'
import { warningText } from '../bonding/layout.ts'
import type { Planner, Verdict } from '../bonding/plan.ts'
import { previewText } from '../bonding/preview.ts'
import { type HeldPod, type PodHolder, podHolder, readHeldPod, templateOf, toldOnHolder } from '../bonding/workload.ts'
import { allowed, denied, rulesOf, untouched, type AdmissionAnswer } from './answer.ts'
import type { Handler } from './handler.ts'
import { type LookUp, verdictAfterLookUp } from './look-up.ts'
import { refusalOf } from './refusal.ts'
import type { AdmissionRequest } from './request.ts'

/** `warn`: networks may come after the workload, as GitOps applies in any order, so that a refusal may be untimely. */
export type WorkloadVerdicts = 'warn' | 'refuse'

/**
 * `/validate/workloads`: tells the author of a workload what will become of its pods, while they still look: a
 * controller gets the refusal of a pod, and hides it in an event.
 *
 * @param lookUp absent where the catalogue is complete by itself, as one of files is
 */
export function validateWorkloads(
  plan: Planner,
  catalogue: Catalogue,
  verdicts: WorkloadVerdicts,
  lookUp?: LookUp,
): Handler {
  return (request, budget) => {
    const holder = holderOf(request)
    if (!holder) return untouched('no-template-change')
    const held = readHeldPod(request.object, holder, request.namespace)
    if (!held) return untouched('unreadable-template')
    if (!Object.hasOwn(held.pod.labels, bondLabel)) return untouched('no-label')
    const verdict = verdictAfterLookUp(known => plan(held.pod, known), catalogue, lookUp, budget)
    return verdict instanceof Promise
      ? verdict.then(late => answerOf(late, held, verdicts))
      : answerOf(verdict, held, verdicts)
  }
}

/** A workload whose template is new. Scaling one, or its status, says nothing new about its pods. */
function holderOf({ operation, kind, subResource, object, oldObject }: AdmissionRequest): PodHolder | undefined {
  const holder = podHolder(kind.group, kind.kind)
  if (!holder || holder.path.length === 0 || subResource !== '') return undefined
  if (operation === 'CREATE') return holder
  const [before, after] = [oldObject, object].map(state => JSON.stringify(templateOf(state, holder)))
  return operation === 'UPDATE' && before !== after ? holder : undefined
}

function answerOf(verdict: Verdict, held: HeldPod, verdicts: WorkloadVerdicts): AdmissionAnswer {
  const told = (finding: Finding) => toldOnHolder(finding, held)
  const warnings = verdict.warnings.map(told)
  switch (verdict.kind) {
    case 'nothing-to-do':
      return untouched(verdict.reason, warnings.map(warningText), rulesOf(warnings))
    case 'planned': {
      const texts = [previewText(verdict.plan, held), ...warnings.map(warningText)]
      return allowed({ verdict: 'unchanged', bonds: [], rules: rulesOf(warnings) }, texts)
    }
    case 'refused': {
      const errors = verdict.errors.map(told)
      const rules = rulesOf([...errors, ...warnings])
      if (verdicts === 'refuse') {
        const outcome = { verdict: 'refused', bonds: [], rules } as const
        return denied(refusalOf(held.reference, errors), outcome, warnings.map(warningText))
      }
      const early = errors.map(error => ({ ...error, message: `its pods will be refused: ${error.message}` }))
      return allowed({ verdict: 'unchanged', bonds: [], rules }, [...early, ...warnings].map(warningText))
    }
  }
}
