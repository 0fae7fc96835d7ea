import t from 'tap'
import { createAdmittedJudge } from '../../../src/bonding/admitted-verdict.ts'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { inject } from '../../../src/bonding/inject.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import { createPlanner, type Verdict } from '../../../src/bonding/plan.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { defaultPolicy, type Policy } from '../../../src/bonding/policy.ts'
import { rules } from '../../../src/bonding/rules/catalogue.ts'
import type { NetworkExample, PodExample } from '../../../src/bonding/rules/example.ts'
import { admittedPodOfExample, podOfExample, workloadOfExample } from '../../../src/bonding/rules/example-objects.ts'
import { supplyOfExample } from '../../../src/bonding/rules/example-policies.ts'
import { type AnyRule, isFixed } from '../../../src/bonding/rules/rule.ts'
import { createPolicyJudge } from '../../../src/bonding/sriov-policy-verdict.ts'
import { createWorkloadJudge } from '../../../src/bonding/workload-verdict.ts'

function verdictOn(example: PodExample, severities: Policy['severities']): Verdict {
  const { pod, networks } = podOfExample(example)
  const settings = typeof example === 'string' ? {} : example.settings
  const read = readPod(pod, 'demo')
  if (!read) throw new Error('the example is no pod')
  const plan = createPlanner({ ...defaultPolicy, ...settings, severities })
  return plan(read, new NetworkTable(networks.map(readNetwork)))
}

/** What the plan of a pod says nothing about. */
type Elsewhere = 'sriov-policy' | 'admitted-pod' | 'workload'

function isPlanned(rule: AnyRule): rule is Exclude<AnyRule, { object: Elsewhere }> {
  return rule.object !== 'sriov-policy' && rule.object !== 'admitted-pod' && rule.object !== 'workload'
}

/** A bad network makes a bad pod: it is the bond, or one of the links. */
function badPods(rule: Exclude<AnyRule, { object: Elsewhere }>): readonly PodExample[] {
  if (rule.object === 'pod') return rule.examples.bad
  const name = rule.object === 'link-network' ? 'sriovnet1' : 'bond-net1'
  const pinned = { 'bond-injector.io/links': 'sriovnet1,sriovnet2' }
  return rule.examples.bad.map(example => ({
    definitions: { [name]: annotated(example, name === 'bond-net1' ? pinned : {}) },
    ...(typeof example === 'string' ? {} : { settings: example.settings ?? {} }),
  }))
}

function annotated(example: NetworkExample, more: Readonly<Record<string, string>>): NetworkExample {
  if (typeof example === 'string') {
    return /^\s*[{[]/.test(example) || example === ''
      ? { config: example, annotations: more }
      : { with: example, annotations: more }
  }
  return { ...example, annotations: { ...more, ...example.annotations } }
}

const spoke = (verdict: Verdict) => (verdict.kind === 'refused' ? verdict.errors : []).map(({ rule }) => rule)
const warned = (verdict: Verdict) => verdict.warnings.map(({ rule }) => rule)

for (const rule of rules) {
  if (isFixed(rule) || !isPlanned(rule)) continue
  t.test(`a site can lower ${rule.id}`, async t => {
    for (const example of badPods(rule)) {
      const off = verdictOn(example, new Map([[rule.id, 'off']]))
      t.notOk([...spoke(off), ...warned(off)].includes(rule.id), 'off: it does not speak')
      const warning = verdictOn(example, new Map([[rule.id, 'warning']]))
      t.notOk(spoke(warning).includes(rule.id), 'warning: it does not refuse')
      if (warning.kind === 'planned') {
        // Advice about a network is told where the network is made.
        const told = rule.object === 'pod' || rule.certainty !== 'advice'
        t.equal(warned(warning).includes(rule.id), told, 'warning: it warns')
        t.ok(inject(warning.plan).length > 0, 'and the pod is completed')
      }
      t.ok(verdictOn(example, new Map([[rule.id, 'error']])), 'error: as ever, or stricter')
    }
  })
}

for (const rule of rules) {
  if (!isFixed(rule) || !isPlanned(rule)) continue
  t.test(`${rule.id} refuses the pod whatever else is allowed`, async t => {
    const others = new Map(rules.filter(other => !isFixed(other)).map(other => [other.id, 'off'] as const))
    for (const example of badPods(rule)) {
      const verdict = verdictOn(example, others)
      t.ok(verdict.kind === 'refused' && verdict.errors.length > 0, JSON.stringify(example))
    }
  })
}

for (const rule of rules) {
  if (rule.object !== 'admitted-pod') continue
  t.test(`a site can lower ${rule.id}`, async t => {
    t.notOk(isFixed(rule))
    for (const example of rule.examples.bad) {
      const { pod, networks } = admittedPodOfExample(example)
      const read = readPod(pod, 'demo')
      if (!read) throw new Error('the example is no pod')
      const catalogue = new NetworkTable(networks.map(readNetwork))
      const before = example.before === undefined ? undefined : { networks: example.before }
      const told = (severity: 'off' | 'warning' | 'error') => {
        const judge = createAdmittedJudge({ ...defaultPolicy, severities: new Map([[rule.id, severity]]) })
        const { errors, warnings } = judge(read, catalogue, before)
        return [errors, warnings].map(findings => findings.some(finding => finding.rule === rule.id))
      }
      t.strictSame(told('off'), [false, false], 'off: it does not speak')
      t.strictSame(told('warning'), [false, true], 'warning: it does not refuse')
      t.strictSame(told('error'), [true, false], 'error: it refuses')
    }
  })
}

for (const rule of rules) {
  if (rule.object !== 'workload') continue
  t.test(`a site can lower ${rule.id}`, async t => {
    for (const example of rule.examples.bad) {
      const told = (severity: 'off' | 'warning' | 'error') => {
        const judge = createWorkloadJudge({ ...defaultPolicy, severities: new Map([[rule.id, severity]]) })
        return judge(workloadOfExample(example)).findings.map(finding => finding.severity)
      }
      t.strictSame(told('off'), [])
      t.strictSame(told('warning'), ['warning'])
      t.strictSame(told('error'), ['error'])
    }
  })
}

for (const rule of rules) {
  if (rule.object !== 'sriov-policy') continue
  t.test(`a site can lower ${rule.id}`, async t => {
    t.notOk(isFixed(rule))
    for (const example of rule.examples.bad) {
      const told = (severity: 'off' | 'warning' | 'error') => {
        const judge = createPolicyJudge({ ...defaultPolicy, severities: new Map([[rule.id, severity]]) })
        return judge(supplyOfExample(example)).map(finding => finding.severity)
      }
      t.strictSame(told('off'), [])
      t.strictSame(told('warning'), ['warning'])
      t.strictSame(told('error'), ['error'])
    }
  })
}
