import t from 'tap'
import type { AdmissionAnswer } from '../../src/admission/answer.ts'
import type { Handler } from '../../src/admission/handler.ts'
import { mutatePods } from '../../src/admission/mutate-pods.ts'
import type { AdmissionRequest } from '../../src/admission/request.ts'
import { validateNetworks } from '../../src/admission/validate-networks.ts'
import { validatePods } from '../../src/admission/validate-pods.ts'
import { validateWorkloads } from '../../src/admission/validate-workloads.ts'
import { createAdmittedJudge } from '../../src/bonding/admitted-verdict.ts'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { createNetworkJudge } from '../../src/bonding/network-verdict.ts'
import { type NetworkAttachmentDefinition, readNetwork } from '../../src/bonding/network.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { createWorkloadJudge } from '../../src/bonding/workload-verdict.ts'
import { bond, definition, sriov } from '../bonding/scene.ts'

const ignoring = (text: string) => ({ 'bond-injector.io/ignore': text })

/** A bond that only the rules of the documentation refuse. */
function lacpBond(ignore?: string, name = 'bond-net1', namespace = 'demo'): NetworkAttachmentDefinition {
  const config = {
    cniVersion: '0.3.1',
    type: 'bond',
    mode: '802.3ad',
    linksInContainer: true,
    miimon: '100',
    links: [{ name: 'net1' }, { name: 'net2' }],
  }
  const links = { 'bond-injector.io/links': 'sriovnet1,sriovnet2' }
  return definition(name, config, { namespace, annotations: { ...links, ...(ignore && ignoring(ignore)) } })
}

const links = [sriov('sriovnet1'), sriov('sriovnet2')]

function catalogueOf(...networks: readonly NetworkAttachmentDefinition[]): NetworkTable {
  return new NetworkTable([...links, ...networks].map(readNetwork))
}

function podOf(annotations: object = {}, label = 'bond-net1') {
  const metadata = { name: 'web', namespace: 'demo', labels: { 'bond-injector.io/bond': label }, annotations }
  return { metadata, spec: { containers: [{ name: 'app' }] } }
}

async function answerOf(
  handler: Handler,
  object: unknown,
  kind: AdmissionRequest['kind'] = { group: '', version: 'v1', kind: 'Pod' },
): Promise<AdmissionAnswer> {
  const about = { uid: 'u', operation: 'CREATE', subResource: '', name: 'web', namespace: 'demo' } as const
  return handler({ ...about, kind, dryRun: false, object, oldObject: null }, 10_000)
}

const mutate = (object: unknown, ...networks: readonly NetworkAttachmentDefinition[]) =>
  answerOf(mutatePods(createPlanner(defaultPolicy), catalogueOf(...networks)), object)

const aside =
  /^demo\/bond-net1 spec\.config\.mode: does not refuse, as bond-injector\.io\/ignore says \(LACP lab\): 802\.3ad is not supported/

t.test('a pod over a bond that is refused for its mode', async t => {
  t.test('is refused', async t => {
    const answer = await mutate(podOf(), lacpBond())
    t.match(answer, { kind: 'denied', outcome: { verdict: 'refused' } })
    t.notOk('ignored' in answer.outcome, 'nothing is said of what nobody set aside')
  })
  t.test('is completed where the network sets that aside: told once, and why', async t => {
    const { kind, outcome, warnings } = await mutate(podOf(), lacpBond('mode-supported: LACP lab'))
    t.equal(kind, 'patched')
    t.match(outcome, { verdict: 'injected', ignored: ['mode-supported'] })
    t.notOk(outcome.rules.includes('mode-supported'))
    t.equal(warnings.filter(warning => aside.test(warning)).length, 1)
    for (const warning of warnings) t.ok(warning.length <= 256)
  })
  t.test('is refused where only the pod would have it so: the network is not its own', async t => {
    t.match(await mutate(podOf(ignoring('mode-supported: LACP lab')), lacpBond()), { kind: 'denied' })
  })
  t.test('is refused for the rest', async t => {
    const answer = await mutate(podOf({ 'k8s.v1.cni.cncf.io/networks': '[{' }), lacpBond('mode-supported: LACP lab'))
    if (answer.kind !== 'denied') return t.fail(answer.kind)
    t.strictSame([answer.outcome.rules, answer.outcome.ignored], [['networks-annotation-readable'], ['mode-supported']])
  })
})

t.test('what the pod says about itself', async t => {
  const macvlan = definition('macvlan1', { cniVersion: '0.3.1', type: 'macvlan' })
  const pinned = { 'bond-injector.io/links': 'sriovnet1,macvlan1' }
  const plain = bond('bond-net1', ['net1', 'net2'])
  t.test('counts', async t => {
    const annotations = { ...pinned, ...ignoring('links-are-sriov: a lab without NICs') }
    const answer = await mutate(podOf(annotations), plain, macvlan)
    t.match(answer, { kind: 'patched', outcome: { rules: [], ignored: ['links-are-sriov'] } })
    t.match(answer.warnings, [/^pod .*\(a lab without NICs\): /])
  })
  t.test('does not without a reason', async t => {
    t.match(await mutate(podOf({ ...pinned, ...ignoring('links-are-sriov') }), plain, macvlan), { kind: 'denied' })
  })
  t.test('silences a warning: audit alone hears of it', async t => {
    const annotations = {
      'k8s.v1.cni.cncf.io/networks': 'gone@oam0',
      ...ignoring('foreign-network-exists: comes later'),
    }
    const { warnings, outcome } = await mutate(podOf(annotations), plain)
    t.strictSame(outcome.ignored, ['foreign-network-exists'])
    t.notMatch(warnings.join('\n'), /gone/)
  })
})

const fixed: readonly { name: string; pod: object; networks: readonly NetworkAttachmentDefinition[]; rule: string }[] =
  [
    {
      name: 'what Multus or a plugin refuses at once',
      pod: podOf(),
      networks: [
        definition('bond-net1', '{"type":"bond","mode":"lacp"}', {
          annotations: ignoring('mode-known: it works here'),
        }),
      ],
      rule: 'mode-known',
    },
    {
      name: 'that there is nothing to inject',
      pod: podOf(ignoring('bond-network-exists: comes later')),
      networks: [],
      rule: 'bond-network-exists',
    },
  ]
for (const { name, pod, networks, rule } of fixed) {
  t.test(`nobody can set aside ${name}`, async t => {
    const answer = await mutate(pod, ...networks)
    t.equal(answer.kind, 'denied')
    t.ok(answer.outcome.rules.includes(rule))
    t.equal(answer.outcome.ignored, undefined)
  })
}

t.test('the reason of a network of another namespace is not told', async t => {
  const pod = podOf({ 'bond-injector.io/bonds': 'shared/bond-lacp' }, '')
  const shared = lacpBond('mode-supported: the secret of shared', 'bond-lacp', 'shared')
  const networks = [sriov('sriovnet1', 'openshift.io/a', 'shared'), sriov('sriovnet2', 'openshift.io/b', 'shared')]
  const { kind, warnings, outcome } = await mutate(pod, shared, ...networks)
  t.equal(kind, 'patched')
  t.strictSame(outcome.ignored, ['mode-supported'])
  t.match(
    warnings.join('\n'),
    /shared\/bond-lacp spec\.config\.mode: does not refuse, .* \(the owner of shared\/bond-lacp has a reason\)/,
  )
  t.notMatch(warnings.join('\n'), /secret|802/)
})

t.test('/validate/pods does not repeat it, and lets the pod pass', async t => {
  const handler = validatePods(createAdmittedJudge(defaultPolicy), catalogueOf(lacpBond('mode-supported: LACP lab')))
  const devices = { 'openshift.io/sriovnet1': '1', 'openshift.io/sriovnet2': '1' }
  const pod = podOf({
    'k8s.v1.cni.cncf.io/networks': 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
    'bond-injector.io/status':
      '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"network","links":[{"interface":"net1","network":"demo/sriovnet1"},{"interface":"net2","network":"demo/sriovnet2"}]}]}',
  })
  const containers = [{ name: 'app', resources: { requests: devices, limits: devices } }]
  const answer = await answerOf(handler, { ...pod, spec: { containers } })
  t.match(answer, { kind: 'allowed', outcome: { ignored: ['mode-supported'] } })
  t.notMatch(answer.warnings.join('\n'), /LACP lab/)
})

t.test('/validate/networks', async t => {
  const kind = { group: 'k8s.cni.cncf.io', version: 'v1', kind: 'NetworkAttachmentDefinition' }
  const answerTo = (refusals: 'runtime' | 'documented', ignore?: string) =>
    answerOf(validateNetworks(createNetworkJudge(defaultPolicy, refusals)), lacpBond(ignore), kind)
  t.test('refuses the network where the site wants it so', async t => {
    t.match(await answerTo('documented'), { kind: 'denied' })
  })
  t.test('takes it where its author set that aside, and says so', async t => {
    const answer = await answerTo('documented', 'mode-supported: LACP lab')
    t.match(answer, { kind: 'allowed', outcome: { ignored: ['mode-supported'] } })
    t.match(answer.warnings[0], aside)
  })
  t.test('says nothing where it would have been a warning', async t => {
    const answer = await answerTo('runtime', 'mode-supported: LACP lab')
    t.match(answer, { kind: 'allowed', outcome: { ignored: ['mode-supported'] } })
    t.notMatch(answer.warnings.join('\n'), /mode-supported/)
  })
})

t.test('/validate/workloads: the template sets aside, as its pods do', async t => {
  const handler = validateWorkloads(
    createPlanner(defaultPolicy),
    createWorkloadJudge(defaultPolicy),
    catalogueOf(lacpBond('mode-supported: LACP lab')),
    'refuse',
  )
  const workload = { metadata: { name: 'web', namespace: 'demo' }, spec: { template: podOf() } }
  const answer = await answerOf(handler, workload, { group: 'apps', version: 'v1', kind: 'Deployment' })
  t.match(answer, { kind: 'allowed', outcome: { ignored: ['mode-supported'] } })
  t.match(answer.warnings[0], /its pods get/)
  t.equal(answer.warnings.filter(warning => aside.test(warning)).length, 1)
})
