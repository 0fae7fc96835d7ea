import type { PlanProblem } from '../../plan/problem.ts'
import type { PlannedPod } from '../../planned-pod.ts'

type ProblemOf<K extends PlanProblem['kind']> = Extract<PlanProblem, { readonly kind: K }>

/** What the planner met of one kind. */
export function problemsOf<K extends PlanProblem['kind']>(planned: PlannedPod, kind: K): readonly ProblemOf<K>[] {
  return planned.problems.filter((problem): problem is ProblemOf<K> => problem.kind === kind)
}
