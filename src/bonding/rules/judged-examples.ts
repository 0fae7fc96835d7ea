import { NetworkTable } from '../network-table.ts'
import type { Finding } from '../finding.ts'
import { readNetwork } from '../network.ts'
import { createPlanner, type Verdict } from '../plan.ts'
import { bondLabel } from '../keys.ts'
import type { PlannedPod } from '../planned-pod.ts'
import { type Pod, readPod } from '../pod.ts'
import { defaultPolicy, type Policy } from '../policy.ts'
import { createAdmittedJudge } from '../admitted-verdict.ts'
import type { Site } from '../site.ts'
import type { AdmittedPodExample, NetworkExample, PodExample, SriovPolicyExample, WorkloadExample } from './example.ts'
import { admittedPodOfExample, networkOfExample, podOfExample, workloadOfExample } from './example-objects.ts'
import { createJudge, judgeOf } from './judge.ts'
import { findingsOnPolicies } from './judged-policies.ts'
import type { AnyRule } from './rule.ts'

/** An example, and what the program says about it: all rules speak, as they do in earnest. */
export interface JudgedExample {
  readonly example: NetworkExample | PodExample | AdmittedPodExample | SriovPolicyExample | WorkloadExample
  readonly findings: readonly Finding[]
}

export function judgeExamples(rule: AnyRule): {
  readonly bad: readonly JudgedExample[]
  readonly good: readonly JudgedExample[]
} {
  if (rule.object === 'pod') {
    const judged = (example: PodExample): JudgedExample => ({ example, findings: findingsOnPod(rule, example) })
    return { bad: rule.examples.bad.map(judged), good: rule.examples.good.map(judged) }
  }
  if (rule.object === 'admitted-pod') {
    const judged = (example: AdmittedPodExample): JudgedExample => ({ example, findings: verdictOnAdmitted(example) })
    return { bad: rule.examples.bad.map(judged), good: rule.examples.good.map(judged) }
  }
  if (rule.object === 'sriov-policy') {
    const judged = (example: SriovPolicyExample): JudgedExample => ({ example, findings: findingsOnPolicies(example) })
    return { bad: rule.examples.bad.map(judged), good: rule.examples.good.map(judged) }
  }
  if (rule.object === 'workload') {
    const judge = createJudge(askedFor(rule))
    const judged = (example: WorkloadExample) => ({ example, findings: judge.workload(workloadOfExample(example)) })
    return { bad: rule.examples.bad.map(judged), good: rule.examples.good.map(judged) }
  }
  const kind = rule.object === 'link-network' ? 'link' : 'bond'
  const judged = (example: NetworkExample): JudgedExample => ({
    example,
    findings: judgeOf({ ...defaultPolicy, ...siteOf(example), severities: askedFor(rule) }).networks(
      [readNetwork(networkOfExample(example, kind))],
      'demo',
    ),
  })
  return { bad: rule.examples.bad.map(judged), good: rule.examples.good.map(judged) }
}

function siteOf(example: NetworkExample): Partial<Site> {
  return typeof example === 'string' ? {} : (example.settings ?? {})
}

/** A rule that is off unless a site asks for it is on in its own examples. */
function askedFor({ id, off, severity }: AnyRule): Policy['severities'] {
  return off ? new Map([[id, severity]]) : new Map()
}

function findingsOnPod(rule: AnyRule, example: PodExample): readonly Finding[] {
  const { pod, networks } = podOfExample(example)
  const { rules = {}, ...settings } = typeof example === 'string' ? {} : (example.settings ?? {})
  const severities: Policy['severities'] = new Map([...Object.entries(rules), ...askedFor(rule)])
  const read = readPod(pod, 'demo')
  if (!read) throw new Error('the example is no pod')
  if (!Object.hasOwn(read.labels, bondLabel)) return createJudge(severities).pod(asWritten(read))
  const plan = createPlanner({ ...defaultPolicy, ...settings, severities })
  return findingsOf(plan(read, new NetworkTable(networks.map(readNetwork))))
}

/** Without the label nothing is planned. */
function asWritten(pod: Pod): PlannedPod {
  return { pod, attachments: [], bonds: [], defaultNetwork: undefined, problems: [] }
}

function verdictOnAdmitted(example: AdmittedPodExample): readonly Finding[] {
  const { pod, networks } = admittedPodOfExample(example)
  const read = readPod(pod, 'demo')
  if (!read) throw new Error('the example is no pod')
  const before = example.before === undefined ? undefined : { networks: example.before }
  const judge = createAdmittedJudge(defaultPolicy)
  const { errors, warnings } = judge(read, new NetworkTable(networks.map(readNetwork)), before)
  return [...errors, ...warnings]
}

function findingsOf(verdict: Verdict): readonly Finding[] {
  return verdict.kind === 'refused' ? [...verdict.errors, ...verdict.warnings] : verdict.warnings
}
