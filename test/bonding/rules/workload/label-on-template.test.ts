import t from 'tap'
import { parseAllDocuments } from 'yaml'
import type { Finding } from '../../../../src/bonding/finding.ts'
import { fieldsOf } from '../../../../src/bonding/json-fields.ts'
import { defaultPolicy } from '../../../../src/bonding/policy.ts'
import { podHolder, readWorkload } from '../../../../src/bonding/workload.ts'
import { createWorkloadJudge, type WorkloadVerdict } from '../../../../src/bonding/workload-verdict.ts'

const judge = createWorkloadJudge(defaultPolicy)

function verdictsOn(text: string): readonly WorkloadVerdict[] {
  return parseAllDocuments(text).flatMap(document => {
    const object: unknown = document.toJS()
    const { apiVersion, kind } = fieldsOf(object) ?? {}
    const [, group = ''] = /^(.*)\//.exec(String(apiVersion)) ?? []
    const holder = podHolder(group, String(kind))
    const workload = holder && readWorkload(object, holder, 'demo')
    return workload ? [judge(workload)] : []
  })
}

function findingsOn(text: string): readonly Finding[] {
  return verdictsOn(text).flatMap(({ findings }) => findings)
}

const on = 'bond-injector.io/bond: bond-net1'
const job = (around: string, template: string) => `apiVersion: batch/v1
kind: CronJob
metadata: {name: often}
spec:
  jobTemplate:
    metadata: {${around}}
    spec: {template: {metadata: {${template}}, spec: {containers: [{name: app}]}}}
`
const deployment = (metadata: string, template: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: prod, ${metadata}}
spec: {template: ${template}}
`
const inTemplate = 'spec.template.metadata.labels'

const cases: readonly { name: string; text: string; path?: string; fix?: string }[] = [
  {
    name: 'a label of the workload',
    text: deployment(`labels: {${on}}`, '{metadata: {labels: {app: a}}}'),
    path: 'metadata.labels',
    fix: inTemplate,
  },
  {
    name: 'an annotation of the workload',
    text: deployment(`annotations: {${on}}`, '{}'),
    path: 'metadata.annotations',
    fix: inTemplate,
  },
  {
    name: 'both, told once',
    text: deployment(`labels: {${on}}, annotations: {${on}}`, '{}'),
    path: 'metadata.labels',
    fix: inTemplate,
  },
  {
    name: 'a label of the jobs of a CronJob',
    text: job(`labels: {${on}}`, ''),
    path: 'spec.jobTemplate.metadata.labels',
    fix: 'spec.jobTemplate.spec.template.metadata.labels',
  },
  { name: 'a label of both', text: deployment(`labels: {${on}}`, `{metadata: {labels: {${on}}}}`) },
  { name: 'a label of the template', text: deployment('labels: {}', `{metadata: {labels: {${on}}}}`) },
  { name: 'labels of jobs and of their pods', text: job(`labels: {${on}}`, `labels: {${on}}`) },
  { name: 'another label', text: deployment('labels: {bond-injector.io/bonds: x}', '{}') },
  { name: 'no labels', text: deployment('labels: null', '{}') },
  { name: 'a pod', text: `apiVersion: v1\nkind: Pod\nmetadata: {labels: {${on}}}\n` },
  { name: 'an object that holds no pod', text: `apiVersion: v1\nkind: Service\nmetadata: {labels: {${on}}}\n` },
  { name: 'a Job of another group', text: `apiVersion: x.io/v1\nkind: Job\nmetadata: {labels: {${on}}}\n` },
]
for (const { name, text, path, fix } of cases) {
  t.test(`${name}: ${path === undefined ? 'nothing is said' : `told at ${path}`}`, async t => {
    const found = findingsOn(text)
    t.strictSame(
      found.map(({ place, fix }) => [place.path.slice(0, -1).join('.'), fix]),
      path === undefined ? [] : [[path, `Move it to ${String(fix)}`]],
    )
  })
}

t.test('the finding names the workload, in its own namespace or in the one that is given', async t => {
  const text = `${deployment(`labels: {${on}}`, '{}')}---\n${job(`labels: {${on}}`, '')}`
  const found = findingsOn(text)
  t.strictSame(
    found.map(({ object }) => object),
    [
      { kind: 'Deployment', namespace: 'prod', name: 'web' },
      { kind: 'CronJob', namespace: 'demo', name: 'often' },
    ],
  )
})

const ignores = 'bond-injector.io/ignore: "label-on-template: read by our own controller"'
const asides: readonly { name: string; text: string; reasons: readonly string[] }[] = [
  {
    name: 'the workload itself sets the rule aside',
    text: deployment(`labels: {${on}}, annotations: {${ignores}}`, '{}'),
    reasons: ['read by our own controller'],
  },
  {
    name: 'its template cannot: the rule speaks of what is around it',
    text: deployment(`labels: {${on}}`, `{metadata: {annotations: {${ignores}}}}`),
    reasons: [],
  },
  {
    name: 'an annotation that is no text',
    text: deployment(`labels: {${on}}, annotations: {bond-injector.io/ignore: 3}`, '{}'),
    reasons: [],
  },
]
for (const { name, text, reasons } of asides) {
  t.test(`set aside: ${name}`, async t => {
    const [verdict] = verdictsOn(text)
    t.strictSame(
      verdict?.ignored.map(({ ignoredFor }) => ignoredFor),
      reasons,
    )
    t.equal(verdict?.findings.length, 1 - reasons.length)
  })
}
