import type { Catalogue } from '../bonding/catalogue.ts'
import type { Finding } from '../bonding/finding.ts'
import { warningsOfIgnored } from '../bonding/ignored.ts'
import { bondLabel } from '../bonding/keys.ts'
import { warningText } from '../bonding/layout.ts'
import type { Planner, Verdict } from '../bonding/plan.ts'
import { previewText } from '../bonding/preview.ts'
import {
  type HeldPod,
  type PodHolder,
  podHolder,
  readHeldPod,
  readWorkload,
  templateOf,
  toldOnHolder,
} from '../bonding/workload.ts'
import type { WorkloadJudge } from '../bonding/workload-verdict.ts'
import { allowed, denied, spoken, untouched, type AdmissionAnswer } from './answer.ts'
import type { Handler } from './handler.ts'
import { type LiveNetworks, verdictAfterLookUp } from './look-up.ts'
import { refusalOf } from './refusal.ts'
import type { AdmissionRequest } from './request.ts'

/** `warn`: networks may come after the workload, as GitOps applies in any order, so that a refusal may be untimely. */
export type WorkloadVerdicts = 'warn' | 'refuse'

/**
 * `/validate/workloads`: tells the author of a workload what will become of its pods, while they still look: a
 * controller gets the refusal of a pod, and hides it in an event.
 *
 * @param live absent where the catalogue is complete by itself, as one of files is
 */
export function validateWorkloads(
  plan: Planner,
  judge: WorkloadJudge,
  catalogue: Catalogue,
  verdicts: WorkloadVerdicts,
  live?: LiveNetworks,
): Handler {
  return (request, budget) => {
    const holder = holderOf(request)
    if (!holder) return untouched('no-template-change')
    const around = aroundTemplate(request, holder, judge)
    if (!changesTemplate(request, holder) && around.length === 0) return untouched('no-template-change')
    const held = readHeldPod(request.object, holder, request.namespace)
    if (!held) return untouched('unreadable-template', around.map(warningText), spoken(around))
    if (!Object.hasOwn(held.pod.labels, bondLabel)) {
      // Perhaps it was meant to have it.
      const { warnings, ignored } = plan(held.pod, catalogue)
      const all = [...around, ...warnings.map(finding => toldOnHolder(finding, held))]
      return untouched('no-label', all.map(warningText), spoken(all, ignored))
    }
    const verdict = verdictAfterLookUp(known => plan(held.pod, known), catalogue, live, budget)
    return verdict instanceof Promise
      ? verdict.then(late => answerOf(late, held, verdicts))
      : answerOf(verdict, held, verdicts)
  }
}

function holderOf({ operation, kind, subResource }: AdmissionRequest): PodHolder | undefined {
  const holder = podHolder(kind.group, kind.kind)
  if (!holder || holder.path.length === 0 || subResource !== '') return undefined
  return operation === 'CREATE' || operation === 'UPDATE' ? holder : undefined
}

/** Scaling a workload, or its status, says nothing new about its pods. */
function changesTemplate({ operation, object, oldObject }: AdmissionRequest, holder: PodHolder): boolean {
  if (operation === 'CREATE') return true
  const [before, after] = [oldObject, object].map(state => JSON.stringify(templateOf(state, holder)))
  return before !== after
}

/** What is wrong around the template, if that is news: `kubectl label deployment` leaves the template as it is. */
function aroundTemplate(
  { object, oldObject, namespace }: AdmissionRequest,
  holder: PodHolder,
  judge: WorkloadJudge,
): readonly Finding[] {
  const [before = [], after = []] = [oldObject, object].map(state => {
    const workload = readWorkload(state, holder, namespace)
    return workload ? judge(workload).findings : []
  })
  return before.length === 0 ? after : []
}

function answerOf(verdict: Verdict, held: HeldPod, verdicts: WorkloadVerdicts): AdmissionAnswer {
  const told = (finding: Finding) => toldOnHolder(finding, held)
  const warnings = verdict.warnings.map(told)
  const texts = [...warningsOfIgnored(verdict.ignored).map(told), ...warnings].map(warningText)
  switch (verdict.kind) {
    case 'nothing-to-do':
      return untouched(verdict.reason, texts, spoken(warnings, verdict.ignored))
    case 'planned': {
      const outcome = { verdict: 'unchanged', bonds: [], ...spoken(warnings, verdict.ignored) } as const
      return allowed(outcome, [previewText(verdict.plan, held), ...texts])
    }
    case 'refused': {
      const errors = verdict.errors.map(told)
      const rules = spoken([...errors, ...warnings], verdict.ignored)
      if (verdicts === 'refuse') {
        return denied(refusalOf(held.reference, errors), { verdict: 'refused', bonds: [], ...rules }, texts)
      }
      const early = errors.map(error => ({ ...error, message: `its pods will be refused: ${error.message}` }))
      return allowed({ verdict: 'unchanged', bonds: [], ...rules }, [...early.map(warningText), ...texts])
    }
  }
}
