import t from 'tap'
import type { PodCall } from '../../src/cluster/check/evidence.ts'
import { inCallOrder } from '../../src/cluster/webhook-order/call-order.ts'
import { judgeOrder } from '../../src/cluster/webhook-order/judge-order.ts'
import { given } from './check-evidence.ts'

// Whose webhook it is, by its own name or by that of its configuration, and which is ours.

const { call } = given
const ours = call('bond-injector', { name: 'pods.bond-injector.io' })
const kubemacpool = call('kubemacpool-mutator', { name: 'mutatepods.kubemacpool.io' })

const names: readonly (readonly [configuration: string, webhook: string, starts: string])[] = [
  ['network-resources-injector-config', 'network-resources-injector-config.k8s.io', 'network-resources-injector'],
  ['network-resources-injector-mutating-config', 'x.y.z', 'network-resources-injector'],
  ['mine-mutating-config', 'mine-mutating-config.k8s.cni.cncf.io', 'network-resources-injector'],
  ['renamed', 'network-resources-injector-config.k8s.io', 'network-resources-injector'],
  ['z-mutating-config', 'pods.example.com', 'z-mutating-config is'],
  ['kubemacpool-mutator', 'x.y.z', 'kubemacpool'],
  ['z-kubemacpool', 'mutatepods.kubemacpool.io', 'kubemacpool'],
  ['istio-sidecar-injector-canary', 'rev.object.sidecar-injector.istio.io', 'Istio'],
  ['istio-revision-tag-prod', 'namespace.sidecar-injector.istio.io', 'Istio'],
  ['z-old', 'sidecar-injector.istio.io', 'Istio'],
  ['istiod-default-validator', 'x.istio.io', 'istiod-default-validator is'],
  ['linkerd-proxy-injector-webhook-config', 'linkerd-proxy-injector.linkerd.io', 'Linkerd'],
  ['linkerd-tap-injector-webhook-config', 'tap-injector.linkerd.io', 'linkerd-tap-injector-webhook-config is'],
  ['pepr-6b7cfad2-722b', 'pepr-6b7cfad2-722b.pepr.dev', 'Pepr'],
  ['z-renamed', 'pepr-6b7cfad2-722b-istio.pepr.dev', 'Pepr'],
  ['kyverno-resource-mutating-webhook-cfg', 'mutate.kyverno.svc-ignore', 'Kyverno'],
  ['z-policies', 'ivpol.mutate.kyverno.svc-fail', 'Kyverno'],
  ['gatekeeper-mutating-webhook-configuration', 'x.y.z', 'Gatekeeper'],
  ['z-gatekeeper', 'mutation.gatekeeper.sh', 'Gatekeeper'],
]
for (const [configuration, webhook, starts] of names) {
  t.test(`${webhook} of ${configuration} is taken for ${starts.replace(/.* is$/, 'a stranger')}`, async t => {
    const calls = inCallOrder([ours, call(configuration, { name: webhook })])
    const verdict = judgeOrder(calls, { configurations: ['bond-injector'], devices: 'add' })
    const remarks = verdict.kind === 'judged' ? verdict.remarks : []
    t.equal(remarks.length, 1)
    for (const remark of remarks) {
      const said = remark.kind === 'fine' ? remark.fact : remark.problem
      t.equal(said.slice(0, starts.length), starts)
    }
  })
}

const sites: readonly { name: string; calls: readonly PodCall[]; configurations: readonly string[]; is: string }[] = [
  { name: 'by configuration', calls: [ours], configurations: ['bond-injector'], is: 'judged' },
  { name: 'one of several configurations', calls: [ours], configurations: ['x', 'bond-injector'], is: 'judged' },
  { name: 'without one, by the name of the webhook', calls: [ours], configurations: [], is: 'judged' },
  { name: 'a configuration that is not there', calls: [ours], configurations: ['x'], is: 'not-registered' },
  { name: 'no webhooks at all', calls: [], configurations: [], is: 'not-registered' },
  {
    name: "another program's webhook in our configuration is not ours",
    calls: [{ configuration: 'bond-injector', webhook: kubemacpool.webhook }],
    configurations: ['bond-injector'],
    is: 'not-registered',
  },
]
for (const { name, calls, configurations, is } of sites) {
  t.test(`which webhook is ours: ${name}`, async t => {
    t.equal(judgeOrder(calls, { configurations, devices: 'add' }).kind, is)
  })
}
