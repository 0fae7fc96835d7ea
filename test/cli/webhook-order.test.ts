import fc from 'fast-check'
import t from 'tap'
import type { PodCall } from '../../src/cluster/check/evidence.ts'
import { inCallOrder } from '../../src/cluster/webhook-order/call-order.ts'
import { judgeOrder, type Site } from '../../src/cluster/webhook-order/judge-order.ts'
import { given } from './check-evidence.ts'

// What is said of whom, beside an installation called `bond-injector`. The names are those of the real programs.

const { call } = given
const ours = call('bond-injector', { name: 'pods.bond-injector.io' })
const injector = (changes = {}) =>
  call('network-resources-injector-config', { name: 'network-resources-injector-config.k8s.io', ...changes })
const early = (changes = {}) => call('a-mutating-config', { name: 'a-mutating-config.k8s.cni.cncf.io', ...changes })
const late = (changes = {}) => call('nri-mutating-config', { name: 'nri-mutating-config.k8s.cni.cncf.io', ...changes })
const again = { isReinvoked: true }
const conditional = { isReinvoked: true, hasConditions: true }
const kubemacpool = call('kubemacpool-mutator', { name: 'mutatepods.kubemacpool.io' })
const istio = call('istio-sidecar-injector', { name: 'namespace.sidecar-injector.istio.io' })
const linkerd = call('linkerd-proxy-injector-webhook-config', { name: 'linkerd-proxy-injector.linkerd.io' })
const pepr = call('pepr-6b7cfad2', { name: 'pepr-6b7cfad2.pepr.dev' })
const kyverno = call('kyverno-resource-mutating-webhook-cfg', { name: 'mutate.kyverno.svc-fail', ...again })
const gatekeeper = call('gatekeeper-mutating-webhook-configuration', { name: 'mutation.gatekeeper.sh' })
const before = ({ webhook }: PodCall, changes = {}): PodCall => ({
  configuration: 'a',
  webhook: { ...webhook, ...changes },
})

interface Case {
  readonly name: string
  readonly beside: readonly PodCall[]
  readonly devices?: 'leave'
  /** Of each remark its kind, and words of it. */
  readonly says: readonly (readonly ['fine' | 'doubtful' | 'broken', RegExp])[]
}

const alone: readonly Case[] = [
  { name: 'nobody else', beside: [], says: [] },
  { name: 'a stranger before ours does not matter', beside: [call('aws-vault')], says: [] },
  {
    name: 'a stranger after ours',
    beside: [call('vault-agent-injector-cfg')],
    says: [
      ['fine', /^vault-agent-injector-cfg is called after bond-injector and may change .*; \/validate\/pods tells$/],
    ],
  },
  {
    name: 'strangers after ours, in one line',
    beside: [call('z'), call('y'), call('y', { name: 'second.y.io' })],
    says: [['fine', /^y, z are called after/]],
  },
  {
    name: 'a stranger before ours that is called again',
    beside: [call('a', again)],
    says: [['fine', /^a is called after/]],
  },
  {
    name: 'a stranger that leaves labelled pods out',
    beside: [
      call('z', { objectSelector: { matchExpressions: [{ key: 'bond-injector.io/bond', operator: 'DoesNotExist' }] } }),
    ],
    says: [],
  },
  {
    name: 'a stranger that selects by other labels may be called',
    beside: [call('z', { objectSelector: { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] } })],
    says: [['fine', /^z is called after/]],
  },
]

const injectors: readonly Case[] = [
  {
    name: 'the injector of the SR-IOV operator, after ours',
    beside: [injector()],
    says: [['fine', /is called after .*leaves devices alone .*as the SR-IOV operator runs it; .*--devices=leave/]],
  },
  {
    name: 'an injector installed by hand, after ours: it may honour what is there',
    beside: [late()],
    says: [['doubtful', /^network-resources-injector \(nri-mutating-config\) .*if it runs with --honor-resources/]],
  },
  {
    name: 'an injector before ours: we add what it did not see',
    beside: [early()],
    says: [['fine', /called before bond-injector: it counts the networks of the author, and bond-injector adds/]],
  },
  {
    name: 'an injector before ours that is called again',
    beside: [early(again)],
    says: [['doubtful', /before bond-injector and once more after it: .*--honor-resources/]],
  },
  {
    name: 'devices are left to an injector after ours',
    beside: [injector()],
    devices: 'leave',
    says: [['fine', /it sees the links and, with --devices=leave, adds their devices, to the first container/]],
  },
  {
    name: 'devices are left to an injector before ours: nobody adds them',
    beside: [early()],
    devices: 'leave',
    says: [['broken', /called before bond-injector and not again, .* it adds no devices for the links$/]],
  },
  {
    name: 'the same beside one that takes no part in devices',
    beside: [early(), kubemacpool, istio, linkerd],
    devices: 'leave',
    says: [
      ['broken', /adds no devices/],
      ['fine', /^Istio/],
      ['fine', /^kubemacpool/],
      ['fine', /^Linkerd/],
    ],
  },
  {
    name: 'the same beside a stranger after ours, who may add them',
    beside: [early(), call('z')],
    devices: 'leave',
    says: [
      ['doubtful', /adds no devices for the links, and whether another webhook does is not known/],
      ['fine', /^z is called after/],
    ],
  },
  {
    name: 'the same beside a stranger before ours, who cannot',
    beside: [early(), call('aa')],
    devices: 'leave',
    says: [['broken', /adds no devices/]],
  },
  {
    name: 'devices are left to an injector before ours that is called again',
    beside: [early(again)],
    devices: 'leave',
    says: [['doubtful', /adds devices for the links, but none of a resource that the pod requests already/]],
  },
  {
    name: 'the same with a condition, by which the API server may not have called it the first time',
    beside: [early(conditional)],
    devices: 'leave',
    says: [['doubtful', /unless its matchConditions left the pod out the first time/]],
  },
  {
    name: 'devices are left to nobody',
    beside: [kubemacpool],
    devices: 'leave',
    says: [
      ['fine', /^kubemacpool/],
      ['broken', /^with --devices=leave another webhook must add devices, and none is called after bond-injector$/],
    ],
  },
  {
    name: 'devices are left to whoever is called again',
    beside: [before(kyverno)],
    devices: 'leave',
    says: [
      ['fine', /^Kyverno/],
      ['doubtful', /whether another one adds them is not known/],
    ],
  },
  {
    name: 'devices are left to whoever it may be',
    beside: [pepr],
    devices: 'leave',
    says: [
      ['fine', /^Pepr/],
      ['doubtful', /the network-resources-injector is not there, and whether another one adds them is not known/],
    ],
  },
]

const others: readonly Case[] = [
  {
    name: 'kubemacpool after ours',
    beside: [kubemacpool],
    says: [['fine', /JSON, it gives each network a MAC .* comma list/]],
  },
  {
    name: 'kubemacpool before ours',
    beside: [before(kubemacpool)],
    says: [['fine', /no MAC addresses from its pool/]],
  },
  {
    name: 'kubemacpool before ours, and again',
    beside: [before(kubemacpool, again)],
    says: [['fine', /before bond-injector and once more after it: .*keeps the order/]],
  },
  { name: 'Istio after ours', beside: [istio], says: [['fine', /^Istio \(istio-sidecar-injector\) is called after/]] },
  {
    name: 'Istio before ours: istio-cni may take net1',
    beside: [before(istio)],
    says: [['doubtful', /takes the interface net1, and pods whose bond needs it are refused/]],
  },
  {
    name: 'Istio with several webhooks is told once',
    beside: [istio, call('istio-sidecar-injector', { name: 'object.sidecar-injector.istio.io' })],
    says: [['fine', /^Istio/]],
  },
  {
    name: 'two revisions of Istio are told both',
    beside: [istio, call('istio-revision-tag-x', { name: 'rev.namespace.sidecar-injector.istio.io' })],
    says: [
      ['fine', /istio-revision-tag-x/],
      ['fine', /istio-sidecar-injector/],
    ],
  },
  { name: 'Linkerd after ours', beside: [linkerd], says: [['fine', /its container gets no devices/]] },
  {
    name: 'Linkerd before ours: the devices go where the author said',
    beside: [before(linkerd)],
    says: [
      [
        'fine',
        /devices go to the container that bond-injector\.io\/container or kubectl\.kubernetes\.io\/default-container/,
      ],
    ],
  },
  { name: 'Pepr after ours', beside: [pepr], says: [['fine', /its modules see the links and may change them/]] },
  { name: 'Pepr before ours', beside: [before(pepr)], says: [['fine', /its modules do not see the links/]] },
  { name: 'Kyverno after ours', beside: [kyverno], says: [['fine', /its mutate rules see the links and may change/]] },
  {
    name: 'Kyverno before ours, and again, as it registers itself',
    beside: [before(kyverno)],
    says: [['fine', /before bond-injector and once more after it: its mutate rules see the links/]],
  },
  { name: 'Gatekeeper after ours', beside: [gatekeeper], says: [['fine', /cannot change the networks annotation/]] },
  { name: 'Gatekeeper before ours', beside: [before(gatekeeper)], says: [['fine', /sees what its mutators did/]] },
]

for (const { name, beside, devices = 'add', says } of [...alone, ...injectors, ...others]) {
  t.test(name, async t => {
    const verdict = judgeOrder(inCallOrder([ours, ...beside]), { configurations: ['bond-injector'], devices })
    if (verdict.kind !== 'judged') return t.fail('it is registered')
    const { remarks } = verdict
    t.same(
      remarks.map(({ kind }) => kind),
      says.map(([kind]) => kind),
    )
    for (const [index, remark] of remarks.entries()) {
      t.match(remark.kind === 'fine' ? remark.fact : remark.problem, says[index]?.[1])
      if (remark.kind !== 'fine') t.match(remark.fix, /^[A-Z].*[^.]$/, 'it says what to do')
    }
  })
}

t.test('webhooks of one configuration are called as they are listed', async t => {
  const inOurs = { configuration: 'bond-injector', webhook: late().webhook }
  const site: Site = { configurations: ['bond-injector'], devices: 'leave' }
  t.match(judgeOrder(inCallOrder([inOurs, ours]), site), { remarks: [{ kind: 'broken' }] })
  t.match(judgeOrder(inCallOrder([ours, inOurs]), site), { remarks: [{ kind: 'fine' }] })
})

t.test('configurations are called by the bytes of their names', async t => {
  const names = ['b', 'a.b', 'a-b', 'ab', 'a', 'a0']
  t.same(
    inCallOrder(names.map(name => call(name))).map(({ configuration }) => configuration),
    ['a', 'a-b', 'a.b', 'a0', 'ab', 'b'],
  )
})

t.test('property: in whatever order they are listed, the verdict is the same', async t => {
  const everybody = [
    ours,
    injector(),
    early(),
    late(),
    kubemacpool,
    istio,
    linkerd,
    pepr,
    kyverno,
    gatekeeper,
    call('z'),
  ]
  const shuffled = fc.shuffledSubarray(everybody, { minLength: everybody.length })
  for (const devices of ['add', 'leave'] as const) {
    const site: Site = { configurations: ['bond-injector'], devices }
    const expected = judgeOrder(inCallOrder(everybody), site)
    fc.assert(
      fc.property(shuffled, calls => t.same(judgeOrder(inCallOrder(calls), site), expected)),
      { seed: 20261125, numRuns: 50 },
    )
  }
})
