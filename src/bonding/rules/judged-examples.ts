import { NetworkTable } from '../network-table.ts'
import type { Finding } from '../finding.ts'
import { readNetwork } from '../network.ts'
import { createPlanner, type Verdict } from '../plan.ts'
import { readPod } from '../pod.ts'
import { defaultPolicy } from '../policy.ts'
import type { NetworkExample, PodExample } from './example.ts'
import { networkOfExample, podOfExample } from './example-objects.ts'
import { createJudge } from './judge.ts'
import type { AnyRule } from './rule.ts'

/** An example, and what the program says about it: all rules speak, as they do in earnest. */
export interface JudgedExample {
  readonly example: NetworkExample | PodExample
  readonly findings: readonly Finding[]
}

export function judgeExamples(rule: AnyRule): {
  readonly bad: readonly JudgedExample[]
  readonly good: readonly JudgedExample[]
} {
  if (rule.object === 'pod') {
    const judged = (example: PodExample): JudgedExample => ({ example, findings: findingsOf(verdictOnPod(example)) })
    return { bad: rule.examples.bad.map(judged), good: rule.examples.good.map(judged) }
  }
  const kind = rule.object === 'link-network' ? 'link' : 'bond'
  const judge = createJudge(new Map())
  const judged = (example: NetworkExample): JudgedExample => ({
    example,
    findings: judge.networks([readNetwork(networkOfExample(example, kind))], 'demo'),
  })
  return { bad: rule.examples.bad.map(judged), good: rule.examples.good.map(judged) }
}

function verdictOnPod(example: PodExample): Verdict {
  const { pod, networks } = podOfExample(example)
  const settings = typeof example === 'string' ? {} : example.settings
  const read = readPod(pod, 'demo')
  if (!read) throw new Error('the example is no pod')
  return createPlanner({ ...defaultPolicy, ...settings })(read, new NetworkTable(networks.map(readNetwork)))
}

function findingsOf(verdict: Verdict): readonly Finding[] {
  return verdict.kind === 'refused' ? [...verdict.errors, ...verdict.warnings] : verdict.warnings
}
