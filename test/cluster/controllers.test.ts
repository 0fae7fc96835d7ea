import t from 'tap'
import { createObject } from './create-object.ts'
import { examplesIn } from './example-files.ts'
import { memberOf } from './json-member.ts'
import { containers, networksKey } from './labelled-pod.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { until } from './until.ts'

const cluster = sharedCluster()
const namespace = 'controllers'
await registeredInjector(t, cluster, namespace)
await cluster.kubectl(['apply', '-f', '-'], { stdin: examplesIn(namespace, 'openshift/*.yaml') })

const pods = `/api/v1/namespaces/${namespace}/pods`
const apps = `/apis/apps/v1/namespaces/${namespace}`
const batch = `/apis/batch/v1/namespaces/${namespace}`
const yearly = '0 0 1 1 *'

const template = (app: string, spec = {}) => ({
  metadata: { labels: { app, 'bond-injector.io/bond': 'bond-net1' } },
  spec: { containers, ...spec },
})
const byLabel = (app: string) => ({ selector: { matchLabels: { app } }, template: template(app) })
const jobOf = (app: string) => ({ template: template(app, { restartPolicy: 'Never' }) })

const workloads = [
  { kind: 'Deployment', path: `${apps}/deployments`, name: 'web', spec: { ...byLabel('web'), replicas: 2 } },
  { kind: 'StatefulSet', path: `${apps}/statefulsets`, name: 'db', spec: { ...byLabel('db'), serviceName: 'db' } },
  { kind: 'Job', path: `${batch}/jobs`, name: 'once', spec: jobOf('once') },
]
for (const { kind, path, name, spec } of workloads) {
  t.test(`the pods of a ${kind}`, async t => {
    await createObject(cluster, path, { metadata: { name }, spec })
    const found = await podsOf(name, memberOf(spec, 'replicas') === 2 ? 2 : 1)
    for (const pod of found) t.match(pod, injected)
    t.match(memberOf(found[0], 'metadata', 'ownerReferences', 0, 'kind'), kind === 'Deployment' ? 'ReplicaSet' : kind)
  })
}

t.test('the pod of a CronJob, run by hand', async t => {
  await createObject(cluster, `${batch}/cronjobs`, cronJob('nightly', {}))
  const { stderr } = await cluster.kubectl(['create', 'job', 'by-hand', '--from=cronjob/nightly', '-n', namespace])
  t.equal(stderr, '')
  t.match((await podsOf('nightly', 1))[0], injected)
})

t.test('the pod of a CronJob, run by its schedule', async t => {
  await createObject(cluster, `${batch}/cronjobs`, cronJob('due', { suspend: true, schedule: '* * * * *' }))
  // It ran ten minutes ago, so the controller need not wait for the next full minute.
  const status = { lastScheduleTime: new Date(Date.now() - 600_000).toISOString() }
  const patch = (...args: string[]) =>
    cluster.kubectl(['patch', 'cronjob', 'due', '-n', namespace, '--type=merge', ...args])
  await patch('--subresource=status', '-p', JSON.stringify({ status }))
  await patch('-p', JSON.stringify({ spec: { suspend: false } }))
  const [pod] = await podsOf('due', 1)
  t.match(pod, injected)
  t.match(memberOf(pod, 'metadata', 'generateName'), /^due-\d+-$/)
})

const devices = { 'openshift.io/port0': '1', 'openshift.io/port1': '1' }
const injected = {
  metadata: { annotations: { [networksKey]: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0' } },
  spec: { containers: [{ resources: { requests: devices, limits: devices } }] },
}

function cronJob(name: string, spec: object) {
  return { metadata: { name }, spec: { schedule: yearly, jobTemplate: { spec: jobOf(name) }, ...spec } }
}

/** That many pods with this label, as soon as a controller has created them. */
async function podsOf(app: string, wanted: number): Promise<readonly unknown[]> {
  return until(`${wanted} pods of ${app}`, async () => {
    const { body } = await cluster.request(`${pods}?labelSelector=app%3D${app}`)
    const items = memberOf(JSON.parse(body), 'items')
    return Array.isArray(items) && items.length >= wanted && items
  })
}
