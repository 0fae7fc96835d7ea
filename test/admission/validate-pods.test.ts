import t from 'tap'
import type { AdmissionAnswer } from '../../src/admission/answer.ts'
import type { AdmissionRequest } from '../../src/admission/request.ts'
import { validatePods } from '../../src/admission/validate-pods.ts'
import { createAdmittedJudge } from '../../src/bonding/admitted-verdict.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { openshiftNetworks } from './openshift-networks.ts'

const handler = validatePods(createAdmittedJudge(defaultPolicy), openshiftNetworks)

const networks = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
const status =
  '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"discovery","links":[{"interface":"net1","network":"demo/sriovnet1"},{"interface":"net2","network":"demo/sriovnet2"}]}]}'
const devices = { 'openshift.io/port0': '1', 'openshift.io/port1': '1' }

interface Shape {
  readonly networks?: string
  readonly devices?: Readonly<Record<string, string>>
  readonly labels?: Readonly<Record<string, string>>
}

function podOf(shape: Shape = {}): object {
  const resources = { requests: shape.devices ?? devices, limits: shape.devices ?? devices }
  return {
    metadata: {
      name: 'web',
      namespace: 'demo',
      labels: shape.labels ?? { 'bond-injector.io/bond': 'bond-net1' },
      annotations: {
        'k8s.v1.cni.cncf.io/networks': shape.networks ?? networks,
        'bond-injector.io/status': status,
      },
    },
    spec: { containers: [{ name: 'app', resources }] },
  }
}

async function answerTo(object: unknown, change: Partial<AdmissionRequest> = {}): Promise<AdmissionAnswer> {
  const request: AdmissionRequest = {
    uid: 'u',
    operation: 'CREATE',
    kind: { group: '', version: 'v1', kind: 'Pod' },
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

t.test('a pod as it was completed passes without a word', async t => {
  t.strictSame(await answerTo(podOf()), {
    kind: 'allowed',
    outcome: { verdict: 'unchanged', bonds: [], rules: [] },
    warnings: [],
  })
})

t.test('a pod whose bond lost a link is refused, and the refusal says what happened and what to do', async t => {
  const answer = await answerTo(podOf({ networks: 'sriovnet1@net1,bond-net1@bond0' }))
  if (answer.kind !== 'denied') return t.fail(`expected a refusal, found ${answer.kind}`)
  t.match(answer.refusal, { kind: 'Pod', name: 'web', causes: [{ reason: 'FieldValueInvalid' }] })
  const [cause] = answer.refusal.causes
  t.equal(cause?.field, 'pod metadata.annotations[k8s.v1.cni.cncf.io/networks]')
  t.match(cause?.message, /^sriovnet2@net2 was taken out, since bond-injector wrote it\. Find it with `kubectl get /)
  t.match(cause?.message, /\[bond-injector attachments-kept\]$/)
})

t.test('more devices than needed are a warning', async t => {
  const answer = await answerTo(podOf({ devices: { ...devices, 'openshift.io/port0': '2' } }))
  t.match(answer, { kind: 'allowed', outcome: { rules: ['devices-not-doubled'] } })
  t.match(answer.warnings, [/port0\]: 2 requested, its networks need 1/])
})

t.test('an update', async t => {
  const update = (object: object, oldObject: object) => answerTo(object, { operation: 'UPDATE', oldObject })
  t.test('that leaves the networks is none of its business, whatever the pod is like', async t => {
    const broken = podOf({ networks: 'bond-net1@bond0' })
    t.match(await update(broken, broken), { kind: 'allowed', warnings: [], outcome: { reason: 'networks-unchanged' } })
  })
  t.test('that breaks the bond is a warning: the pod runs already', async t => {
    const answer = await update(podOf({ networks: 'sriovnet1@net1,bond-net1@bond0' }), podOf())
    t.match(answer, { kind: 'allowed', outcome: { rules: ['attachments-kept', 'networks-kept-on-update'] } })
    t.match(answer.warnings, [/changed: a new sandbox reads it/, /sriovnet2@net2 was taken out/])
  })
})

const untouched: readonly { name: string; object: unknown; change?: Partial<AdmissionRequest>; reason: string }[] = [
  { name: 'a pod without the label', object: podOf({ labels: {} }), reason: 'no-label' },
  { name: 'a deletion', object: null, change: { operation: 'DELETE' }, reason: 'no-pod-change' },
  { name: 'a subresource', object: podOf(), change: { subResource: 'status' }, reason: 'no-pod-change' },
  {
    name: 'another kind',
    object: podOf(),
    change: { kind: { group: 'apps', version: 'v1', kind: 'Deployment' } },
    reason: 'no-pod-change',
  },
  { name: 'an object that the API server refuses', object: { metadata: {} }, reason: 'unreadable-pod' },
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
