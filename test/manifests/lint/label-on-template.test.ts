import t from 'tap'
import { labelAroundTemplate } from '../../../src/manifests/lint/label-on-template.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'

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
    const found = readDocuments(text, 'a.yaml').objects.flatMap(object => labelAroundTemplate(object, 'demo'))
    t.strictSame(
      found.map(({ place, fix }) => [place.path.slice(0, -1).join('.'), fix]),
      path === undefined ? [] : [[path, `Move it to ${String(fix)}`]],
    )
  })
}

t.test('the finding names the workload, in its own namespace or in the one that is given', async t => {
  const text = `${deployment(`labels: {${on}}`, '{}')}---\n${job(`labels: {${on}}`, '')}`
  const found = readDocuments(text, 'a.yaml').objects.flatMap(object => labelAroundTemplate(object, 'demo'))
  t.strictSame(
    found.map(({ object }) => object),
    [
      { kind: 'Deployment', namespace: 'prod', name: 'web' },
      { kind: 'CronJob', namespace: 'demo', name: 'often' },
    ],
  )
})
