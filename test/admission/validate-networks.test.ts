import t from 'tap'
import type { AdmissionAnswer } from '../../src/admission/answer.ts'
import type { AdmissionRequest } from '../../src/admission/request.ts'
import { validateNetworks } from '../../src/admission/validate-networks.ts'
import type { Severity } from '../../src/bonding/finding.ts'
import { createNetworkJudge, type NetworkRefusals } from '../../src/bonding/network-verdict.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'

const good = {
  cniVersion: '0.3.1',
  name: 'bond-net1',
  type: 'bond',
  mode: 'active-backup',
  failOverMac: 1,
  linksInContainer: true,
  miimon: '100',
  links: [{ name: 'net1' }, { name: 'net2' }],
}
const { failOverMac: _, ...withoutFailOverMac } = good

function network(config: unknown, metadata: object = {}): object {
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name: 'bond-net1', namespace: 'demo', ...metadata },
    ...(config === undefined ? {} : { spec: { config: typeof config === 'string' ? config : JSON.stringify(config) } }),
  }
}

interface Asked {
  readonly request?: Partial<AdmissionRequest>
  readonly refusals?: NetworkRefusals
  readonly severities?: ReadonlyMap<string, Severity | 'off'>
}

async function answerTo(object: unknown, asked: Asked = {}): Promise<AdmissionAnswer> {
  const { request = {}, refusals = 'runtime', severities = new Map<string, Severity | 'off'>() } = asked
  const handler = validateNetworks(createNetworkJudge({ ...defaultPolicy, severities }, refusals))
  return handler(
    {
      uid: 'u',
      operation: 'CREATE',
      kind: { group: 'k8s.cni.cncf.io', version: 'v1', kind: 'NetworkAttachmentDefinition' },
      subResource: '',
      name: 'bond-net1',
      namespace: 'demo',
      dryRun: false,
      object,
      oldObject: null,
      ...request,
    },
    10_000,
  )
}

t.test('a good bond passes without a word', async t => {
  t.strictSame(await answerTo(network(good)), {
    kind: 'allowed',
    outcome: { verdict: 'unchanged', bonds: [], rules: [] },
    warnings: [],
  })
})

const refused: readonly { name: string; object: object; field: string }[] = [
  { name: 'a config that is no JSON', object: network('{'), field: 'demo/bond-net1 spec.config' },
  {
    name: 'a mode that the plugin does not know',
    object: network({ ...good, mode: 'active-backupp' }),
    field: 'demo/bond-net1 spec.config.mode',
  },
  {
    name: 'miimon as a number',
    object: network({ ...good, miimon: 100 }),
    field: 'demo/bond-net1 spec.config.miimon',
  },
]

for (const { name, object, field } of refused) {
  t.test(`${name} is refused: the real programs would refuse it`, async t => {
    const answer = await answerTo(object)
    if (answer.kind !== 'denied') return t.fail(`expected a refusal, found ${answer.kind}`)
    t.match(answer.refusal, { kind: 'NetworkAttachmentDefinition', name: 'bond-net1' })
    t.equal(answer.refusal.causes[0]?.field, field)
    t.match(answer.refusal.causes[0]?.message, /\[bond-injector [a-z0-9-]+\]$/)
    t.equal(answer.outcome.verdict, 'refused')
  })
}

t.test('what only documentation requires', async t => {
  const object = network(withoutFailOverMac)
  t.test('is a warning: pods without our label may use the network as well', async t => {
    const answer = await answerTo(object)
    t.match(answer, { kind: 'allowed', outcome: { rules: ['fail-over-mac-required'] } })
    t.match(answer.warnings, [/^demo\/bond-net1 spec\.config\.failOverMac: /])
    for (const warning of answer.warnings) t.ok(warning.length <= 256)
  })
  t.test('is a refusal where the site wants it so', async t => {
    const answer = await answerTo(object, { refusals: 'documented' })
    t.match(answer, { kind: 'denied', outcome: { verdict: 'refused', rules: ['fail-over-mac-required'] } })
  })
  t.test('is neither where the site turned the rule off', async t => {
    const answer = await answerTo(object, {
      refusals: 'documented',
      severities: new Map([['fail-over-mac-required', 'off' as const]]),
    })
    t.match(answer, { kind: 'allowed', warnings: [] })
  })
})

t.test('an update', async t => {
  const bad = network('{')
  const update = (object: unknown, oldObject: unknown) =>
    answerTo(object, { request: { operation: 'UPDATE', oldObject }, refusals: 'documented' })
  t.test('that makes the config bad is refused', async t => {
    t.match(await update(bad, network(good)), { kind: 'denied' })
  })
  t.test('that repairs the config is allowed', async t => {
    t.match(await update(network(good), bad), { kind: 'allowed', outcome: { verdict: 'unchanged' } })
  })
  t.test('of metadata alone is never in the way, however bad the network is', async t => {
    const labelled = network('{', { labels: { team: 'a' }, finalizers: [] })
    t.match(await update(labelled, bad), { kind: 'allowed', warnings: [], outcome: { reason: 'no-config-change' } })
  })
  t.test('that takes the config away is judged', async t => {
    t.match(await update(network(undefined), network(good)), { kind: 'allowed', outcome: { verdict: 'unchanged' } })
  })
})

const untouched: readonly { name: string; object: unknown; request: Partial<AdmissionRequest>; reason: string }[] = [
  { name: 'a deletion', object: null, request: { operation: 'DELETE' }, reason: 'no-config-change' },
  {
    name: 'a status',
    object: network('{'),
    request: { subResource: 'status' },
    reason: 'no-config-change',
  },
  {
    name: 'another kind of the group',
    object: network('{'),
    request: { kind: { group: 'k8s.cni.cncf.io', version: 'v1', kind: 'MultiNetworkPolicy' } },
    reason: 'no-config-change',
  },
  {
    name: 'the same kind of another group',
    object: network('{'),
    request: { kind: { group: 'example.com', version: 'v1', kind: 'NetworkAttachmentDefinition' } },
    reason: 'no-config-change',
  },
  { name: 'an object without metadata', object: { spec: { config: '{' } }, request: {}, reason: 'unreadable-network' },
]

for (const { name, object, request, reason } of untouched) {
  t.test(`${name} is none of its business`, async t => {
    t.match(await answerTo(object, { request }), {
      kind: 'allowed',
      warnings: [],
      outcome: { verdict: 'untouched', reason },
    })
  })
}

t.test('a network that is no bond is judged, too', async t => {
  const sriov = network('{"cniVersion":"1.0.0","type":"sriov",}')
  t.match(await answerTo(sriov), { kind: 'denied' })
})

t.test('advice is given here, and not to the author of each pod', async t => {
  const hostLocal = { ...good, ipam: { type: 'host-local', subnet: '10.56.217.0/24' } }
  const answer = await answerTo(network(hostLocal))
  t.match(answer, { kind: 'allowed', outcome: { rules: ['host-local-per-node'] } })
  t.equal(answer.warnings.length, 1)
})
