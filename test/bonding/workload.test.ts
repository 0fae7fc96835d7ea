import t from 'tap'
import type { Finding } from '../../src/bonding/finding.ts'
import { podHolder, readHeldPod, toldOnHolder } from '../../src/bonding/workload.ts'

const template = ['spec', 'template']
const holders: readonly [group: string, kind: string, path: readonly string[]][] = [
  ['', 'Pod', []],
  ['', 'ReplicationController', template],
  ['', 'PodTemplate', ['template']],
  ['apps', 'Deployment', template],
  ['apps', 'StatefulSet', template],
  ['apps', 'DaemonSet', template],
  ['apps', 'ReplicaSet', template],
  ['batch', 'Job', template],
  ['batch', 'CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['apps.openshift.io', 'DeploymentConfig', template],
]

const podTemplate = (metadata: object = {}) => ({
  metadata: { labels: { 'bond-injector.io/bond': 'bond-net1' }, ...metadata },
  spec: { containers: [{ name: 'app' }] },
})

/** An object that holds something at a path. */
function holding(path: readonly string[], held: object, metadata: object): object {
  const inner = path.toReversed().reduce<object>((value, step) => ({ [step]: value }), held)
  return { ...inner, ...(path.length === 0 ? {} : { metadata }) }
}

for (const [group, kind, path] of holders) {
  t.test(`${kind} holds a pod at ${path.join('.') || 'its root'}`, async t => {
    const holder = podHolder(group, kind)
    t.strictSame(holder, { group, kind, path })
    if (!holder) return
    const own = { name: 'web', namespace: 'demo' }
    const object = holding(path, podTemplate(path.length === 0 ? own : {}), own)
    const held = readHeldPod(object, holder, 'default')
    t.strictSame(held?.reference, { kind, namespace: 'demo', name: 'web' })
    t.strictSame(held?.pod.reference, { kind: 'Pod', namespace: 'demo', name: 'web' })
    t.equal(held?.pod.namespace, 'demo')
    t.equal(held?.pod.labels['bond-injector.io/bond'], 'bond-net1')
    t.equal(held?.pod.containers[0]?.pointer, '/spec/containers/0', 'paths of the pod are its own')
  })
}

const strangers: readonly [group: string, kind: string][] = [
  ['', 'Deployment'],
  ['extensions', 'Deployment'],
  ['batch.volcano.sh', 'Job'],
  ['apps', 'Pod'],
  ['', 'pod'],
  ['', 'ConfigMap'],
  ['', 'constructor'],
]
for (const [group, kind] of strangers) {
  t.test(`${kind} of group "${group}" is somebody else's`, async t => t.equal(podHolder(group, kind), undefined))
}

const deployment = podHolder('apps', 'Deployment')
if (!deployment) throw new Error('Deployments hold pods')

const readings: readonly { name: string; object: unknown; namespace?: string; named?: string }[] = [
  { name: 'the namespace of the workload', object: { metadata: { namespace: 'demo' } }, namespace: 'demo' },
  { name: 'none: that of the request', object: { metadata: {} }, namespace: 'default' },
  { name: 'null metadata: that of the request', object: { metadata: null }, namespace: 'default' },
  { name: 'a generated name', object: { metadata: { generateName: 'web-' } }, named: 'web-' },
  { name: 'a name before a generated one', object: { metadata: { name: 'web', generateName: 'x-' } }, named: 'web' },
]
for (const { name, object, namespace, named } of readings) {
  t.test(`pods of a template get ${name}`, async t => {
    const stranger = podTemplate({ namespace: 'other', name: 'stranger' })
    const held = readHeldPod({ ...Object(object), spec: { template: stranger } }, deployment, 'default')
    if (namespace !== undefined) t.equal(held?.pod.namespace, namespace, 'not that of the template')
    t.equal(held?.pod.reference.name, named ?? '', 'not the name in the template')
    t.equal(held?.reference.name, named ?? '')
  })
}

for (const [name, spec] of [
  ['no template', {}],
  ['a template that is a text', { template: 'x' }],
  ['a template without metadata', { template: { spec: { containers: [{}] } } }],
  ['a template without containers', { template: { metadata: {}, spec: { containers: null } } }],
  ['annotations that are no text', { template: podTemplate({ annotations: { a: 1 } }) }],
] as const) {
  t.test(`not read: ${name}`, async t => t.equal(readHeldPod({ metadata: {}, spec }, deployment, 'demo'), undefined))
}

t.test('a finding about the pod is told on the workload, at its own path; others stay as they are', async t => {
  const finding: Finding = {
    rule: 'container-exists',
    severity: 'error',
    certainty: 'advice',
    object: { kind: 'Pod', namespace: 'demo', name: 'web' },
    place: { path: ['metadata', 'annotations', 'a'], span: { start: 1, end: 2 } },
    reason: 'FieldValueInvalid',
    message: 'm',
    why: 'w',
    fix: 'f',
  }
  const held = readHeldPod({ metadata: { name: 'web' }, spec: { template: podTemplate() } }, deployment, 'demo')
  if (!held) throw new Error('not read')
  t.strictSame(toldOnHolder(finding, held), {
    ...finding,
    object: { kind: 'Deployment', namespace: 'demo', name: 'web' },
    place: { path: ['spec', 'template', 'metadata', 'annotations', 'a'], span: { start: 1, end: 2 } },
  })
  const onNetwork: Finding = { ...finding, object: { kind: 'NetworkAttachmentDefinition', namespace: 'x', name: 'y' } }
  t.equal(toldOnHolder(onNetwork, held), onNetwork)
})
