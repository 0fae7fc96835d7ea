import { join } from 'node:path'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { tellWebhookOrder } from '../../src/cli/tell-webhook-order.ts'
import { KubeConnection } from '../../src/cluster/kube/connection.ts'
import type { Site } from '../../src/cluster/webhook-order/judge-order.ts'
import { fakeCheckCluster, kubeconfig, type FakeAnswer } from './fake-check-cluster.ts'

// What `serve` logs about the other webhooks of a cluster when it starts.

const rules = [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }]
const clientConfig = { service: { namespace: 'x', name: 'x' } }
const configuration = (name: string, webhook: string, more: object = {}) => ({
  metadata: { name },
  webhooks: [{ name: webhook, clientConfig, rules, ...more }],
})
const ours = configuration('bond-injector', 'pods.bond-injector.io')
const injector = configuration('a-mutating-config', 'a-mutating-config.k8s.cni.cncf.io')
const site: Site = { configurations: ['bond-injector'], devices: 'add' }

function logger() {
  const lines: unknown[] = []
  const write = (line: string) => void lines.push(JSON.parse(line))
  return { lines, log: pino({ base: null, timestamp: false }, { write }) }
}

function connection(t: Test, config: string): KubeConnection {
  return new KubeConnection({ kubeconfig: join(t.testdir({ config }), 'config'), requestTimeout: 10_000 })
}

async function told(t: Test, answer: FakeAnswer, given: Site = site): Promise<readonly unknown[]> {
  const config = await fakeCheckCluster(t, () => answer)
  const { lines, log } = logger()
  await tellWebhookOrder(Promise.resolve(connection(t, config)), given, log)
  return lines
}

const list = (...items: readonly object[]): FakeAnswer => ({ code: 200, body: { items } })
const [info, warn, error] = [30, 40, 50]

const cases: readonly { name: string; items: readonly object[]; site?: Site; says: readonly object[] }[] = [
  { name: 'nobody else: nothing', items: [ours], says: [] },
  {
    name: 'what is fine is information',
    items: [injector, ours],
    says: [
      { level: info, msg: 'other webhook', fact: /^network-resources-injector \(a-mutating-config\) is called before/ },
    ],
  },
  {
    name: 'what does not work is a warning with what to do',
    items: [ours, injector],
    site: { ...site, devices: 'leave' },
    says: [{ level: warn, msg: 'other webhook', problem: /adds no devices/, fix: /--devices=add/ }],
  },
  {
    name: 'a line for each, in the order in which they are called',
    items: [
      configuration('z', 'z.z.z'),
      configuration('kubemacpool-mutator', 'mutatepods.kubemacpool.io'),
      ours,
      configuration('x-mutating-config', 'x-mutating-config.k8s.cni.cncf.io'),
    ],
    says: [{ fact: /kubemacpool/ }, { level: warn, problem: /honor-resources/ }, { fact: /^z is called after/ }],
  },
  {
    name: 'webhooks for other things than new pods do not matter',
    items: [
      ours,
      configuration('y', 'y.y.y', { rules: [{ ...rules[0], operations: ['UPDATE'] }] }),
      configuration('z', 'z.z.z', { rules: [{ ...rules[0], resources: ['pods/status'] }] }),
    ],
    says: [],
  },
  {
    name: 'rules with stars do',
    items: [
      ours,
      configuration('w', 'w.w.w', { rules: [{ ...rules[0], resources: ['pods/*'] }] }),
      configuration('x', 'x.x.x', { rules: [{ ...rules[0], resources: ['*'] }] }),
      configuration('y', 'y.y.y', { rules: [{ ...rules[0], resources: ['*/*'], apiGroups: ['*'] }] }),
      configuration('z', 'z.z.z', { rules: [{ ...rules[0], resources: ['*/status'] }] }),
    ],
    says: [{ fact: /^w, x, y are called after/ }],
  },
  {
    name: 'reinvocationPolicy counts',
    items: [configuration('a', 'a.a.a', { reinvocationPolicy: 'IfNeeded' }), ours],
    says: [{ fact: /^a is called after/ }],
  },
  {
    name: 'not registered, or not yet',
    items: [injector],
    says: [{ level: info, msg: /^other webhooks not judged, since no webhook of ours is registered/ }],
  },
  {
    name: 'no configuration is named: ours is known by its webhook',
    items: [ours, configuration('z', 'z.z.z')],
    site: { ...site, configurations: [] },
    says: [{ fact: /^z is called/ }],
  },
]
for (const { name, items, site: given, says } of cases) {
  t.test(name, async t => {
    const lines = await told(t, list(...items), given)
    t.equal(lines.length, says.length, JSON.stringify(lines))
    t.match(lines, says)
  })
}

t.test('they may not be listed: one line of information, and nothing else', async t => {
  const message = 'mutatingwebhookconfigurations is forbidden'
  const forbidden = { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 403, message }
  const lines = await told(t, { code: 403, body: forbidden })
  t.match(lines, [{ level: info, msg: 'other webhooks not read', reason: /is forbidden/ }])
  t.equal(lines.length, 1)
})

t.test('no API server: one line of information', async t => {
  const { lines, log } = logger()
  await tellWebhookOrder(Promise.resolve(connection(t, kubeconfig(1))), site, log)
  t.match(lines, [{ level: info, msg: 'other webhooks not read' }])
})

t.test('no cluster: nothing, since that is told elsewhere', async t => {
  const { lines, log } = logger()
  await tellWebhookOrder(Promise.resolve('no cluster is configured'), site, log)
  t.same(lines, [])
})

t.test('a defect does not reach whoever called', async t => {
  const { lines, log } = logger()
  await tellWebhookOrder(Promise.reject(new Error('broken')), site, log)
  t.match(lines, [{ level: error, msg: 'other webhooks not judged', error: 'broken' }])
})

t.test('when the program ends, so does the question, without a word', async t => {
  const { lines, log } = logger()
  await tellWebhookOrder(Promise.resolve(connection(t, kubeconfig(1))), site, log, AbortSignal.abort())
  t.same(lines, [])
})
