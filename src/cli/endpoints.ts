import { mutatePods } from '../admission/mutate-pods.ts'
import { validateNetworks } from '../admission/validate-networks.ts'
import { validatePods } from '../admission/validate-pods.ts'
import { validateWorkloads } from '../admission/validate-workloads.ts'
import { createAdmittedJudge } from '../bonding/admitted-verdict.ts'
import { createNetworkJudge } from '../bonding/network-verdict.ts'
import { createPlanner } from '../bonding/plan.ts'
import { createWorkloadJudge } from '../bonding/workload-verdict.ts'
import type { Endpoint } from '../server/admission-routes.ts'
import type { OpenNetworks } from './open-networks.ts'
import { policyOf } from './policy.ts'
import type { ServeSettings } from './serve-flags.ts'

/** What is served under which path. */
export function endpointsOf(settings: ServeSettings, { catalogue, live }: OpenNetworks): readonly Endpoint[] {
  const policy = policyOf(settings)
  const planner = createPlanner(policy)
  const { 'network-refusals': refusals, 'workload-verdicts': verdicts } = settings
  return [
    { path: '/mutate/pods', handler: mutatePods(planner, catalogue, live) },
    { path: '/validate/pods', handler: validatePods(createAdmittedJudge(policy), catalogue, live) },
    { path: '/validate/networks', handler: validateNetworks(createNetworkJudge(policy, refusals)) },
    {
      path: '/validate/workloads',
      handler: validateWorkloads(planner, createWorkloadJudge(policy), catalogue, verdicts, live),
    },
  ]
}
