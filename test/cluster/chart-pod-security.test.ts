import t from 'tap'
import { chart, helmOf, objectOf, objectsIn, succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import { sharedCluster } from './shared-cluster.ts'

const cluster = sharedCluster()
const namespace = 'chart-restricted'
const helm = await helmOf(cluster)
await cluster.createNamespace(namespace)
const level = (mode: string) => `pod-security.kubernetes.io/${mode}=restricted`
await succeeded(cluster.kubectl(['label', 'namespace', namespace, level('enforce'), level('warn')]))
for (const name of ['r-bond-injector', 'r-bond-injector-check']) {
  await succeeded(cluster.kubectl(['create', 'serviceaccount', name, '-n', namespace]))
}

const cases = [
  { name: 'self', values: {} },
  { name: 'a mounted certificate', values: { certificates: { mode: 'service-ca' } } },
  { name: 'a user of the site', values: { podSecurityContext: { runAsUser: 1000, fsGroup: 1000 } } },
]

for (const { name, values } of cases) {
  t.test(`a namespace that is "restricted" takes the pods: ${name}`, async t => {
    const objects = await rendered(values)
    const deployment = objectOf(objects, 'Deployment', 'r-bond-injector')
    const spec = memberOf(deployment, 'spec', 'template', 'spec')
    const replica = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'replica', namespace }, spec }
    for (const object of [deployment, replica, objectOf(objects, 'Pod', 'r-bond-injector-check')]) {
      t.match(await created(object), { code: 0, stderr: '' })
    }
  })
}

t.test('it does not take the host network, as values.yaml says', async t => {
  const objects = await rendered({ hostNetwork: true, networkPolicy: { enabled: false } })
  const { stderr } = await created(objectOf(objects, 'Deployment', 'r-bond-injector'))
  t.match(stderr, /would violate PodSecurity "restricted:latest": host namespaces \(hostNetwork=true\)/)
})

// What OpenShift's restricted-v2 asks beside: https://docs.redhat.com/en/documentation/openshift_container_platform/4.17/html/authentication_and_authorization/managing-pod-security-policies
t.test('no user, group or seccomp profile stands in the way of restricted-v2', async t => {
  const pods = await rendered({}).then(objects => [
    memberOf(objectOf(objects, 'Deployment', 'r-bond-injector'), 'spec', 'template', 'spec'),
    memberOf(objectOf(objects, 'Pod', 'r-bond-injector-check'), 'spec'),
  ])
  for (const spec of pods) {
    t.strictSame(memberOf(spec, 'securityContext'), { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    t.strictSame(memberOf(spec, 'containers', 0, 'securityContext'), {
      allowPrivilegeEscalation: false,
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      capabilities: { drop: ['ALL'] },
    })
    t.notOk(memberOf(spec, 'hostNetwork'))
  }
})

async function rendered(values: object): Promise<readonly unknown[]> {
  const call = { stdin: JSON.stringify(values) }
  return objectsIn(await succeeded(helm(['template', 'r', chart, '-n', namespace, '-f', '-'], call)))
}

function created(object: unknown) {
  return cluster.kubectl(['create', '--dry-run=server', '-f', '-'], { stdin: JSON.stringify(object) })
}
