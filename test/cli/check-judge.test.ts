import t from 'tap'
import type { Answer } from '../../src/cluster/check/answer.ts'
import type { Evidence } from '../../src/cluster/check/evidence.ts'
import { judge } from '../../src/cluster/check/judge.ts'
import { given } from './check-evidence.ts'

const { service, noEndpoints, unread, created, denied, refused, failing, untouched, both, well, registered } = given

/** `says`: topic and words of what failed; nothing where all is well. */
const cases: readonly { name: string; evidence: Partial<Evidence>; says?: readonly [Answer['topic'], RegExp] }[] = [
  { name: 'all is well', evidence: {} },
  {
    name: 'nothing but the pods could be seen',
    evidence: { webhooks: unread, namespaceLabels: unread, service: { ...service, facts: unread } },
  },
  { name: 'it is registered under another name', evidence: { webhooks: { kind: 'absent' }, service: undefined } },
  { name: 'no endpoints are seen, and yet it answers', evidence: { service: { ...service, facts: noEndpoints } } },
  {
    name: 'a selector that seems to leave it out, and yet it answers',
    evidence: registered({ objectSelector: { matchLabels: { a: 'b' } } }),
  },
  {
    name: 'an unread namespace, and a selector by a label that it may have',
    evidence: { ...registered({ namespaceSelector: { matchLabels: { a: 'b' } } }), namespaceLabels: unread },
  },
  {
    name: 'not registered',
    evidence: { webhooks: { kind: 'absent' }, service: undefined, ...both(untouched) },
    says: ['registration', /there is no MutatingWebhookConfiguration conf/],
  },
  {
    name: 'not registered for pods',
    evidence: { webhooks: { kind: 'found', value: [] }, service: undefined, ...both(untouched) },
    says: ['registration', /no webhook of .* conf/],
  },
  {
    name: 'the namespace is left out',
    evidence: {
      ...registered({
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['demo'] }],
        },
      }),
      ...both(untouched),
    },
    says: ['registration', /leaves namespace demo out: it wants kubernetes\.io\/metadata\.name NotIn demo/],
  },
  {
    name: 'the same where the namespace could not be read',
    evidence: {
      ...registered({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'other' } } }),
      namespaceLabels: unread,
      ...both(untouched),
    },
    says: ['registration', /leaves namespace demo out/],
  },
  {
    name: 'failures are ignored, without an authority',
    evidence: { ...registered({ ignoresFailure: true, hasAuthority: false }), ...both(untouched) },
    says: ['call', /caBundle .* is empty/],
  },
  {
    name: 'failures are ignored, without endpoints',
    evidence: {
      ...registered({ ignoresFailure: true }),
      service: { ...service, facts: noEndpoints },
      ...both(untouched),
    },
    says: ['service', /inj\/bond-injector has no ready endpoints/],
  },
  {
    name: 'failures are ignored',
    evidence: { ...registered({ ignoresFailure: true }), ...both(untouched) },
    says: ['call', /failurePolicy Ignore hides failed calls/],
  },
  {
    name: 'failures are ignored, and /validate/pods notices',
    evidence: { ...registered({ ignoresFailure: true }), ...both(denied('pod-completed')) },
    says: ['call', /failurePolicy Ignore hides failed calls/],
  },
  {
    name: 'matchConditions',
    evidence: { ...registered({ hasConditions: true }), ...both(untouched) },
    says: ['call', /matchConditions/],
  },
  {
    name: 'untouched, and no more is known',
    evidence: { webhooks: unread, service: undefined, ...both(untouched) },
    says: ['call', /not registered for them, or failurePolicy Ignore/],
  },
  {
    name: 'untouched, although all seems right',
    evidence: both(untouched),
    says: ['call', /although the webhook is registered for them/],
  },
  {
    name: 'the label is taken away',
    evidence: both(created({ completed: false, labelled: false })),
    says: ['call', /without its label/],
  },
  {
    name: 'no Service',
    evidence: {
      service: { ...service, facts: { kind: 'absent' } },
      ...both(failing('mutate.example.com', 'service "bond-injector" not found')),
    },
    says: ['service', /^there is no Service inj\/bond-injector$/],
  },
  {
    name: 'no Service, which may not be read',
    evidence: {
      service: { ...service, facts: unread },
      ...both(failing('mutate.example.com', 'service "bond-injector" not found')),
    },
    says: ['service', /at https:\/\/s:1, and there is no such Service/],
  },
  {
    name: 'no endpoints, so connections are refused',
    evidence: {
      service: { ...service, facts: noEndpoints },
      ...both(failing('mutate.example.com', 'connect: connection refused')),
    },
    says: ['service', /no ready endpoints/],
  },
  {
    name: 'endpoints, but connections are refused',
    evidence: both(failing('mutate.example.com', 'connect: connection refused')),
    says: ['call', /refuses connections/],
  },
  {
    name: 'one of two replicas is broken',
    evidence: { refused: failing('mutate.example.com', 'connect: connection refused') },
    says: ['call', /refuses connections.*not every time/],
  },
  {
    name: 'the configuration may not be read, and the call fails',
    evidence: { webhooks: unread, ...both(failing('pods.bond-injector.io', 'context deadline exceeded')) },
    says: ['call', /does not answer the API server in time/],
  },
  {
    name: "another program's webhook fails",
    evidence: both(failing('other.example.com', 'connect: connection refused')),
    says: ['dry run', /not by bond-injector: .*other\.example\.com/],
  },
  {
    name: 'a quota',
    evidence: both(refused('pods "x" is forbidden: exceeded quota', 403)),
    says: ['dry run', /exceeded quota/],
  },
  {
    name: 'no namespace',
    evidence: both(refused('namespaces "demo" not found', 404)),
    says: ['dry run', /there is no namespace demo/],
  },
  {
    name: 'RBAC',
    evidence: both(refused('pods is forbidden: User "u" cannot create resource "pods" in API group ""', 403)),
    says: ['dry run', /may not create pods in namespace demo/],
  },
  {
    name: 'the API server is stuck',
    evidence: both({ kind: 'unanswered', reason: 'timeout' }),
    says: ['dry run', /does not answer when a pod is sent \(timeout\)/],
  },
  {
    name: 'no bond network',
    evidence: { complete: denied('bond-network-exists') },
    says: ['injection', /there is no bond network demo\/bond to try it with/],
  },
  {
    name: 'a bond network that is refused',
    evidence: { complete: denied('fail-over-mac-required') },
    says: ['injection', /asks for bond bond: pod x: no\. Do \[bond-injector fail-over-mac-required\] \(and 1 more\)$/],
  },
  {
    name: 'untouched, although called',
    evidence: { complete: untouched },
    says: ['injection', /untouched, although the webhook is called/],
  },
  {
    name: 'a link taken out afterwards',
    evidence: { complete: created({ networks: 'vf1@net1,bond@bond0' }) },
    says: ['injection', /demo\/vf2@net2 is missing/],
  },
  {
    name: 'a link renamed afterwards',
    evidence: { complete: created({ networks: 'vf1@net1,vf2@net9,bond@bond0' }) },
    says: ['injection', /demo\/vf2@net2 is missing/],
  },
  {
    name: 'the bond moved afterwards',
    evidence: { complete: created({ networks: 'bond@bond0,vf1@net1,vf2@net2' }) },
    says: ['injection', /bond0 stands before its links/],
  },
  {
    name: 'the annotation spoilt afterwards',
    evidence: { complete: created({ networks: '[{' }) },
    says: ['injection', /completed and then changed/],
  },
  {
    name: 'no devices',
    evidence: { complete: created({ devices: '0' }) },
    says: ['injection', /2 links and 0 device requests/],
  },
  { name: 'a missing bond is admitted', evidence: { refused: untouched }, says: ['refusal', /admitted untouched/] },
  {
    name: 'the made-up bond is there',
    evidence: { refused: created() },
    says: ['refusal', /is completed, so there is a network/],
  },
  {
    name: 'a missing bond is refused for another reason',
    evidence: { refused: denied('bond-to-choose') },
    says: ['refusal', /for another reason: pod x/],
  },
]
for (const { name, evidence, says } of cases) {
  t.test(name, async t => {
    const answers = judge({ ...well, ...evidence })
    const topics = ['dry run', 'registration', 'service', 'call', 'injection', 'refusal', 'order']
    t.same(
      answers.map(({ topic }) => topic),
      topics,
    )
    const failed = answers.flatMap(answer => (answer.kind === 'failed' ? [answer] : []))
    t.same(
      failed.map(({ topic }) => topic),
      says ? [says[0]] : [],
      'one cause is told once',
    )
    for (const { problem, fix } of failed) {
      t.match(problem, says?.[1])
      t.match(fix, /^[A-Z].*[^.]$/)
    }
  })
}

t.test('two causes are told both', async t => {
  const evidence = {
    webhooks: { kind: 'absent' },
    service: { ...service, facts: noEndpoints },
    ...both(untouched),
  } as const
  const failed = judge({ ...well, ...evidence }).filter(({ kind }) => kind === 'failed')
  t.match(failed, [{ topic: 'registration' }, { topic: 'service' }])
})
