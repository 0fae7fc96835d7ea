import jsonpatch, { type Operation } from 'fast-json-patch'
import t from 'tap'
import type { AdmissionAnswer } from '../../src/admission/answer.ts'
import { mutatePods } from '../../src/admission/mutate-pods.ts'
import type { AdmissionRequest } from '../../src/admission/request.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { openshiftNetworks } from './openshift-networks.ts'

const handler = mutatePods(createPlanner(defaultPolicy), openshiftNetworks)

function podOf(metadata: object, spec: object = {}) {
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: 'app', image: 'app' }], ...spec } }
}

const labelled = podOf({ name: 'podbonding', namespace: 'demo', labels: { 'bond-injector.io/bond': 'bond-net1' } })

async function answerTo(object: unknown, change: Partial<AdmissionRequest> = {}): Promise<AdmissionAnswer> {
  const request: AdmissionRequest = {
    uid: 'u',
    operation: 'CREATE',
    kind: { group: '', version: 'v1', kind: 'Pod' },
    subResource: '',
    name: '',
    namespace: 'demo',
    dryRun: false,
    object,
    oldObject: null,
    ...change,
  }
  return handler(request, 10_000)
}

async function admitted(object: object): Promise<{ answer: AdmissionAnswer; pod: unknown }> {
  const answer = await answerTo(object)
  const patch = answer.kind === 'patched' ? (structuredClone(answer.patch) as Operation[]) : []
  return { answer, pod: jsonpatch.applyPatch(structuredClone(object), patch, true).newDocument }
}

const networks = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
const devices = { 'openshift.io/port0': '1', 'openshift.io/port1': '1' }

t.test('a labelled pod comes back with its links, its bond and its devices', async t => {
  const { answer, pod } = await admitted(labelled)
  t.match(answer, { kind: 'patched', outcome: { verdict: 'injected', bonds: ['demo/bond-net1@bond0'] } })
  t.match(pod, {
    metadata: {
      labels: { 'bond-injector.io/bond': 'bond-net1' },
      annotations: { 'k8s.v1.cni.cncf.io/networks': networks, 'bond-injector.io/status': /^\{"version":1,/ },
    },
    spec: { containers: [{ name: 'app', image: 'app', resources: { requests: devices, limits: devices } }] },
  })
})

t.test('what was guessed is told in warnings of one short line', async t => {
  const { warnings, outcome } = await answerTo(labelled)
  t.ok(outcome.rules.includes('links-by-discovery'))
  t.ok(warnings.length > 0)
  for (const warning of warnings) {
    t.ok(warning.length <= 256)
    t.notMatch(warning, /[\r\n]/)
  }
})

t.test('a second pass changes nothing, and sends no patch', async t => {
  const { pod } = await admitted(labelled)
  t.match(await answerTo(pod), { kind: 'allowed', outcome: { verdict: 'unchanged', bonds: ['demo/bond-net1@bond0'] } })
})

t.test('the namespace is that of the request where the pod names none', async t => {
  const { labels, name } = labelled.metadata as { labels: object; name: string }
  t.match(await answerTo(podOf({ name, labels })), { kind: 'patched', outcome: { bonds: ['demo/bond-net1@bond0'] } })
  t.match(await answerTo(podOf({ name, labels }), { namespace: 'other' }), { kind: 'denied' })
})

const untouched: readonly { name: string; object: unknown; change?: Partial<AdmissionRequest>; reason: string }[] = [
  { name: 'a pod without the label', object: podOf({ name: 'plain' }), reason: 'no-label' },
  {
    name: 'an update',
    object: labelled,
    change: { operation: 'UPDATE', oldObject: labelled },
    reason: 'no-pod-creation',
  },
  { name: 'a deletion', object: null, change: { operation: 'DELETE', oldObject: labelled }, reason: 'no-pod-creation' },
  {
    name: 'a connection',
    object: {},
    change: { operation: 'CONNECT', subResource: 'exec' },
    reason: 'no-pod-creation',
  },
  {
    name: 'a subresource',
    object: labelled,
    change: { subResource: 'ephemeralcontainers' },
    reason: 'no-pod-creation',
  },
  {
    name: 'a binding',
    object: { kind: 'Binding' },
    change: { kind: { group: '', version: 'v1', kind: 'Binding' }, subResource: 'binding' },
    reason: 'no-pod-creation',
  },
  {
    name: 'another kind with a pod in it',
    object: { spec: { template: labelled } },
    change: { kind: { group: 'apps', version: 'v1', kind: 'Deployment' } },
    reason: 'no-pod-creation',
  },
  {
    name: 'a Pod of another group',
    object: labelled,
    change: { kind: { group: 'example.com', version: 'v1', kind: 'Pod' } },
    reason: 'no-pod-creation',
  },
  {
    name: 'a mirror pod',
    object: podOf({ ...labelled.metadata, annotations: { 'kubernetes.io/config.mirror': 'x' } }),
    reason: 'mirror-pod',
  },
  { name: 'no object at all', object: null, reason: 'unreadable-pod' },
  { name: 'an object that is none', object: 'pod', reason: 'unreadable-pod' },
  { name: 'a pod without containers', object: { ...labelled, spec: { containers: null } }, reason: 'unreadable-pod' },
]
for (const { name, object, change, reason } of untouched) {
  t.test(`allowed untouched, without a warning: ${name}`, async t => {
    t.same(await answerTo(object, change), {
      kind: 'allowed',
      outcome: { verdict: 'untouched', reason, bonds: [], rules: [] },
      warnings: [],
    })
  })
}

t.test('a pod on the network of its host is left alone, with a warning', async t => {
  const { metadata } = labelled
  t.match(await answerTo(podOf(metadata, { hostNetwork: true })), {
    kind: 'allowed',
    outcome: { verdict: 'untouched', reason: 'host-network', rules: ['no-host-network'] },
    warnings: [/\[bond-injector no-host-network\]$/],
  })
})

t.test('a refusal: one cause that stands alone, and a message that is the same finding', async t => {
  const pod = podOf({ name: 'podbonding', labels: { 'bond-injector.io/bond': 'bond-without-mac' } })
  const answer = await answerTo(pod)
  t.match(answer, {
    kind: 'denied',
    refusal: {
      kind: 'Pod',
      name: 'podbonding',
      message: /^demo\/bond-without-mac spec\.config\.failOverMac: [^\n]+ \[bond-injector fail-over-mac-required\]$/,
      causes: [
        {
          reason: 'FieldValueRequired',
          field: 'demo/bond-without-mac spec.config.failOverMac',
          message: /\[bond-injector fail-over-mac-required\]$/,
        },
      ],
    },
    outcome: { verdict: 'refused', bonds: [] },
  })
  t.ok(answer.outcome.rules.includes('fail-over-mac-required'))
})

t.test('several findings: each is a cause; the first line of the message says how many more there are', async t => {
  const pod = podOf({ generateName: 'web-', labels: { 'bond-injector.io/bond': 'bond-twice-wrong' } })
  const answer = await answerTo(pod)
  if (answer.kind !== 'denied') {
    t.fail('not refused')
    return
  }
  const { causes, message, name } = answer.refusal
  t.equal(name, 'web-', 'a pod that has no name yet goes by its generateName')
  t.ok(causes.length >= 2)
  const lines = message.split('\n')
  t.equal(lines.length, causes.length)
  t.ok(lines[0]?.endsWith(`(and ${causes.length - 1} more)`))
  for (const [index, cause] of causes.entries()) t.ok(lines[index]?.startsWith(`${cause.field}: ${cause.message}`))
})

t.test('a network that does not exist: the nearest names', async t => {
  const answer = await answerTo(podOf({ name: 'p', labels: { 'bond-injector.io/bond': 'bond-net' } }))
  t.match(answer, { kind: 'denied', refusal: { causes: [{ message: /bond-net1/ }] } })
})
