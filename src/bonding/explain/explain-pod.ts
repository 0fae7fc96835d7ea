import { createAdmittedJudge } from '../admitted-verdict.ts'
import type { Catalogue } from '../catalogue.ts'
import { inject } from '../inject.ts'
import { bondLabel } from '../keys.ts'
import { createPlanner, type Verdict } from '../plan.ts'
import { draftPod } from '../plan/draft.ts'
import type { Pod } from '../pod.ts'
import type { Policy } from '../policy.ts'
import type { HeldPod } from '../workload.ts'
import { authoredPod } from './authored-pod.ts'
import { carriedState, findingsOf, plannedBonds } from './carried-state.ts'
import { bondsFrom, explainedAttachments, explainedBonds } from './explained-bonds.ts'
import { explainedDevices } from './explained-devices.ts'
import { explainedFinding } from './explained-finding.ts'
import type { ExplainedOutcome, Explanation } from './explanation.ts'

export type Explainer = (held: HeldPod, catalogue: Catalogue) => Explanation

/**
 * Makes the function that says why a pod gets what it gets. A completed pod is explained as the one that its author
 * wrote, as far as that can be told, and held against what it carries.
 */
export function createExplainer(policy: Policy): Explainer {
  const plan = createPlanner(policy)
  const judge = createAdmittedJudge(policy)
  return (held, catalogue) => {
    const authored = authoredPod(held.pod, catalogue, policy)
    const verdict = plan(authored, catalogue)
    const { labels } = held.pod
    return {
      object: held.reference,
      outcome: outcomeOf(verdict, held.pod === authored ? verdict : plan(held.pod, catalogue)),
      label: Object.hasOwn(labels, bondLabel) ? (labels[bondLabel] ?? '') : null,
      ...(verdict.kind === 'nothing-to-do' ? nothing : derivationOf(authored, verdict, catalogue, policy)),
      findings: findingsOf(verdict).map(finding => explainedFinding(finding, held)),
      ignored: verdict.ignored.map(finding => ({ ...explainedFinding(finding, held), reason: finding.ignoredFor })),
      carried: carriedState(held, verdict, judge, catalogue),
    }
  }
}

type Derivation = Pick<Explanation, 'bondsFrom' | 'bonds' | 'attachments' | 'devices'>

const nothing: Derivation = { bondsFrom: null, bonds: [], attachments: [], devices: [] }

function derivationOf(pod: Pod, verdict: Verdict, catalogue: Catalogue, policy: Policy): Derivation {
  const draft = draftPod(pod, catalogue, policy)
  return {
    bondsFrom: bondsFrom(pod, catalogue),
    bonds: explainedBonds(draft, plannedBonds(verdict)),
    attachments: explainedAttachments(draft),
    devices: explainedDevices(draft),
  }
}

/** @param asItIs the verdict on the pod with what it carries */
function outcomeOf(verdict: Verdict, asItIs: Verdict): ExplainedOutcome {
  if (verdict.kind === 'refused') return 'refused'
  if (verdict.kind === 'nothing-to-do') return verdict.reason
  return asItIs.kind === 'planned' && inject(asItIs.plan).length === 0 ? 'complete' : 'completes'
}
