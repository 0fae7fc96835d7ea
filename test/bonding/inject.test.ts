import t from 'tap'
import { inject } from '../../src/bonding/inject.ts'
import { applied, podOf, type Scene, verdictOn } from './scene.ts'

const networks = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
const status =
  '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"discovery","links":[{"interface":"net1","network":"demo/sriovnet1"},{"interface":"net2","network":"demo/sriovnet2"}]}]}'
const [one, two] = ['openshift.io/sriovnet1', 'openshift.io/sriovnet2']
const both = { [one]: '1', [two]: '1' }

function operationsOn(pod: unknown, scene: Scene = {}) {
  const verdict = verdictOn(pod, scene)
  if (verdict.kind !== 'planned') throw new Error(verdict.kind)
  return inject(verdict.plan)
}

t.test('a pod without annotations and resources', async t => {
  const bare = {
    metadata: { name: 'web', labels: { 'bond-injector.io/bond': '' } },
    spec: { containers: [{ name: 'a' }] },
  }
  t.strictSame(operationsOn(bare), [
    {
      op: 'add',
      path: '/metadata/annotations',
      value: { 'k8s.v1.cni.cncf.io/networks': networks, 'bond-injector.io/status': status },
    },
    { op: 'add', path: '/spec/containers/0/resources', value: { requests: both, limits: both } },
  ])
})

t.test('only what changes, key by key, where something is there', async t => {
  const pod = podOf({
    networks: 'sriovnet1,sriovnet2,bond-net1@bond0',
    annotations: { 'team~/owner': 'us' },
    spec: { containers: [{ name: 'a', resources: { requests: { cpu: '1' }, limits: {} } }] },
  })
  t.strictSame(
    operationsOn(pod).map(({ op, path }) => `${op} ${path}`),
    [
      'replace /metadata/annotations/k8s.v1.cni.cncf.io~1networks',
      'add /metadata/annotations/bond-injector.io~1status',
      'add /spec/containers/0/resources/requests/openshift.io~1sriovnet1',
      'add /spec/containers/0/resources/requests/openshift.io~1sriovnet2',
      'add /spec/containers/0/resources/limits/openshift.io~1sriovnet1',
      'add /spec/containers/0/resources/limits/openshift.io~1sriovnet2',
    ],
  )
})

t.test('requests that are there are replaced by the total, missing limits are added', async t => {
  const pod = podOf({ networks: 'sriovnet1@net1,sriovnet1@net2', spec: { containers: [{ name: 'a', resources: { requests: { [one]: '1' }, limits: { [one]: '1' } } }] } }) // prettier-ignore
  t.strictSame(operationsOn(pod).slice(-2), [
    { op: 'replace', path: '/spec/containers/0/resources/requests/openshift.io~1sriovnet1', value: '2' },
    { op: 'replace', path: '/spec/containers/0/resources/limits/openshift.io~1sriovnet1', value: '2' },
  ])
})

t.test('a complete pod gets no operation', async t => {
  const pod = podOf({})
  t.strictSame(operationsOn(applied(pod, operationsOn(pod))), [])
})
