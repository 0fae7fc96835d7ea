import t from 'tap'
import type { AdmissionAnswer } from '../../src/admission/answer.ts'
import type { AdmissionRequest } from '../../src/admission/request.ts'
import { validateWorkloads, type WorkloadVerdicts } from '../../src/admission/validate-workloads.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { defaultPolicy, type Policy } from '../../src/bonding/policy.ts'
import { createWorkloadJudge } from '../../src/bonding/workload-verdict.ts'
import { openshiftNetworks } from './openshift-networks.ts'

const deployment = { group: 'apps', version: 'v1', kind: 'Deployment' }

function podTemplate(label: string | undefined, spec: object = {}): object {
  return {
    metadata: { labels: { app: 'web', ...(label === undefined ? {} : { 'bond-injector.io/bond': label }) } },
    spec: { containers: [{ name: 'app' }], ...spec },
  }
}

function workload(
  label: string | undefined,
  more: { readonly spec?: object; readonly template?: object } = {},
): object {
  return {
    metadata: { name: 'web', namespace: 'demo' },
    spec: { replicas: 2, template: podTemplate(label, more.template), ...more.spec },
  }
}

async function answerTo(
  object: unknown,
  change: Partial<AdmissionRequest> = {},
  verdicts: WorkloadVerdicts = 'warn',
  policy: Policy = defaultPolicy,
): Promise<AdmissionAnswer> {
  const handler = validateWorkloads(createPlanner(policy), createWorkloadJudge(policy), openshiftNetworks, verdicts)
  const request: AdmissionRequest = {
    uid: 'u',
    operation: 'CREATE',
    kind: deployment,
    subResource: '',
    name: 'web',
    namespace: 'demo',
    dryRun: false,
    object,
    oldObject: null,
    ...change,
  }
  return handler(request, 10_000)
}

t.test('a workload whose pods will be completed: a preview, and what the pods will be told', async t => {
  const answer = await answerTo(workload('bond-net1'))
  t.match(answer, { kind: 'allowed', outcome: { verdict: 'unchanged', rules: ['links-by-discovery'] } })
  t.match(answer.warnings, [
    'deployment spec.template: its pods get sriovnet1@net1,sriovnet2@net2,bond-net1@bond0, and request openshift.io/port0: 1, openshift.io/port1: 1 [bond-injector]',
    /^deployment spec\.template label bond: links of bond-net1 found by discovery/,
  ])
  for (const warning of answer.warnings) t.ok(warning.length <= 256)
})

t.test('a workload whose pods will be refused', async t => {
  const object = workload('bond-net')
  t.test('is told so in a warning', async t => {
    const answer = await answerTo(object)
    t.match(answer, { kind: 'allowed', outcome: { rules: ['bond-network-exists'] } })
    t.match(answer.warnings, [
      /^deployment spec\.template label bond: its pods will be refused: there is no network attachment definition demo\/bond-net\. Did you mean bond-net1\? \[bond-injector bond-network-exists\]$/,
    ])
  })
  t.test('is refused where the site wants it so', async t => {
    const answer = await answerTo(object, {}, 'refuse')
    if (answer.kind !== 'denied') return t.fail(`expected a refusal, found ${answer.kind}`)
    t.match(answer.refusal, {
      kind: 'Deployment',
      name: 'web',
      causes: [{ field: 'deployment spec.template.metadata.labels[bond-injector.io/bond]' }],
    })
  })
})

t.test('the pod template of a CronJob is found two levels deeper', async t => {
  const object = {
    metadata: { name: 'nightly', namespace: 'demo' },
    spec: { jobTemplate: { spec: { template: podTemplate('bond-net1') } } },
  }
  const { warnings } = await answerTo(object, { kind: { group: 'batch', version: 'v1', kind: 'CronJob' } })
  t.match(warnings, [/^cronjob spec\.jobTemplate\.spec\.template: its pods get /])
})

t.test('an update', async t => {
  const update = (object: object, oldObject: object) => answerTo(object, { operation: 'UPDATE', oldObject })
  t.test('that scales the workload is none of its business', async t => {
    const scaled = workload('bond-net', { spec: { replicas: 3 } })
    t.match(await update(scaled, workload('bond-net')), { warnings: [], outcome: { reason: 'no-template-change' } })
  })
  t.test('of the template is judged', async t => {
    t.match(await update(workload('bond-net'), workload('bond-net1')), { outcome: { rules: ['bond-network-exists'] } })
  })
})

t.test('a template on the network of its host is warned about as its pods would be', async t => {
  const answer = await answerTo(workload('bond-net1', { template: { hostNetwork: true } }))
  t.match(answer, { kind: 'allowed', outcome: { reason: 'host-network' } })
  t.equal(answer.warnings.length, 1)
})

const label = { 'bond-injector.io/bond': 'bond-net1' }
const labelledAround = (template: object = podTemplate(undefined)) => ({
  metadata: { name: 'web', namespace: 'demo', labels: label },
  spec: { replicas: 2, template },
})

t.test('a label on the workload instead of its template', async t => {
  const says =
    'deployment label bond: outside the template of the pods, where it has no effect. Move it to spec.template.metadata.labels [bond-injector label-on-template]'
  const cases: readonly { name: string; object: object; change?: Partial<AdmissionRequest>; told: boolean }[] = [
    { name: 'of a new workload', object: labelledAround(), told: true },
    { name: 'beside that of the template', object: labelledAround(podTemplate('bond-net1')), told: false },
    {
      name: 'put there by kubectl label, which leaves the template as it is',
      object: labelledAround(),
      change: { operation: 'UPDATE', oldObject: workload(undefined) },
      told: true,
    },
    {
      name: 'that has been there, of a workload that is scaled',
      object: labelledAround(),
      change: { operation: 'UPDATE', oldObject: labelledAround() },
      told: false,
    },
    { name: 'of a template that has no metadata', object: labelledAround({ spec: { containers: [{}] } }), told: true },
  ]
  for (const { name, object, change, told } of cases) {
    t.test(`${name}: ${told ? 'a warning' : 'nothing is said of it'}`, async t => {
      const answer = await answerTo(object, change)
      t.equal(answer.kind, 'allowed')
      t.equal(answer.warnings.includes(says), told)
      t.equal(answer.outcome.rules.includes('label-on-template'), told)
    })
  }
  t.test('is a warning where the site refuses workloads, too: its pods will not be refused', async t => {
    t.match(await answerTo(labelledAround(), {}, 'refuse'), { kind: 'allowed', warnings: [says] })
  })
  t.test('is none of our business where the site turned the rule off', async t => {
    const severities = new Map([['label-on-template', 'off'] as const])
    const { warnings } = await answerTo(labelledAround(), {}, 'warn', { ...defaultPolicy, severities })
    t.strictSame(warnings, [])
  })
})

t.test('a label that is an annotation of the template', async t => {
  const annotated = { metadata: { annotations: label }, spec: { containers: [{ name: 'app' }] } }
  const object = { metadata: { name: 'web', namespace: 'demo' }, spec: { template: annotated } }
  const answer = await answerTo(object)
  t.match(answer, { kind: 'allowed', outcome: { verdict: 'untouched', rules: ['label-not-annotation'] } })
  t.strictSame(answer.warnings, [
    'deployment spec.template annotation bond: an annotation, and only a label of that name has an effect. Move it to labels: bond-injector.io/bond: bond-net1 [bond-injector label-not-annotation]',
  ])
})

const untouched: readonly { name: string; object: unknown; change?: Partial<AdmissionRequest>; reason: string }[] = [
  { name: 'a workload without the label', object: workload(undefined), reason: 'no-label' },
  { name: 'a deletion', object: null, change: { operation: 'DELETE' }, reason: 'no-template-change' },
  { name: 'its scale', object: {}, change: { subResource: 'scale' }, reason: 'no-template-change' },
  {
    name: 'a pod, which has its own endpoint',
    object: podTemplate('bond-net1'),
    change: { kind: { group: '', version: 'v1', kind: 'Pod' } },
    reason: 'no-template-change',
  },
  {
    name: 'a workload of an unknown kind',
    object: workload('bond-net'),
    change: { kind: { group: 'example.com', version: 'v1', kind: 'Deployment' } },
    reason: 'no-template-change',
  },
  { name: 'a template that the API server refuses', object: { metadata: {}, spec: {} }, reason: 'unreadable-template' },
]

for (const { name, object, change, reason } of untouched) {
  t.test(`${name} is none of its business`, async t => {
    t.match(await answerTo(object, change), {
      kind: 'allowed',
      warnings: [],
      outcome: { verdict: 'untouched', reason },
    })
  })
}
