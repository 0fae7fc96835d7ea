import t from 'tap'
import { podAnnotation, readPod } from '../../src/bonding/pod.ts'

const spec = { containers: [{ name: 'app' }] }

t.test('what the API server itself refuses is no pod', async t => {
  const wrong: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'pod'],
    ['a list', []],
    ['no metadata', { spec }],
    ['no spec', { metadata: {} }],
    ['no containers', { metadata: {}, spec: {} }],
    ['containers null', { metadata: {}, spec: { containers: null } }],
    ['no container', { metadata: {}, spec: { containers: [] } }],
    ['a container that is none', { metadata: {}, spec: { containers: [null] } }],
    ['an init container that is none', { metadata: {}, spec: { ...spec, initContainers: ['x'] } }],
    ['a label that is no text', { metadata: { labels: { a: 1 } }, spec }],
    ['an annotation that is no text', { metadata: { annotations: { a: true } }, spec }],
    ['annotations that are a list', { metadata: { annotations: [] }, spec }],
  ]
  for (const [name, object] of wrong) t.equal(readPod(object, 'demo'), undefined, name)
})

t.test('name and namespace', async t => {
  const reference = (metadata: object) => readPod({ metadata, spec }, 'request')?.reference
  t.match(reference({ name: 'web', namespace: 'demo' }), { namespace: 'demo', name: 'web' })
  t.match(reference({ generateName: 'web-' }), { namespace: 'request', name: 'web-' }, 'neither is there yet')
  t.match(reference({ name: '', generateName: 'web-', namespace: '' }), { namespace: 'request', name: 'web-' })
})

t.test('containers, sidecars and init containers', async t => {
  const object = {
    metadata: {},
    spec: {
      containers: [{ name: 'app', resources: { requests: { a: '1' } } }],
      initContainers: [{ name: 'setup' }, { name: 'proxy', restartPolicy: 'Always' }],
    },
  }
  t.match(readPod(object, 'demo')?.containers, [
    {
      name: 'app',
      kind: 'container',
      pointer: '/spec/containers/0',
      hasResources: true,
      requests: { a: '1' },
      limits: undefined,
    },
    { name: 'setup', kind: 'init', pointer: '/spec/initContainers/0', hasResources: false },
    { name: 'proxy', kind: 'sidecar', pointer: '/spec/initContainers/1' },
  ])
})

t.test('host network and mirror pods', async t => {
  t.match(readPod({ metadata: {}, spec: { ...spec, hostNetwork: true } }, 'demo'), { hostNetwork: true, mirror: false })
  const mirror = { annotations: { 'kubernetes.io/config.mirror': '' } }
  t.match(readPod({ metadata: mirror, spec }, 'demo'), { hostNetwork: false, mirror: true })
})

t.test('an annotation is an own property only', async t => {
  const pod = readPod({ metadata: { annotations: { a: 'b' } }, spec }, 'demo')
  if (!pod) return t.fail('a pod')
  t.equal(podAnnotation(pod, 'a'), 'b')
  t.equal(podAnnotation(pod, 'constructor'), undefined)
  t.equal(podAnnotation(pod, '__proto__'), undefined)
})

t.test('a null among texts is an empty one, as Go decodes it', async t => {
  const metadata = { labels: { a: null, b: 'c' }, annotations: { d: null } }
  t.match(readPod({ metadata, spec }, 'demo'), { labels: { a: '', b: 'c' }, annotations: { d: '' } })
})
