import t from 'tap'
import type { Answer } from '../../src/cluster/check/answer.ts'
import type { Evidence, PodCall } from '../../src/cluster/check/evidence.ts'
import { judge } from '../../src/cluster/check/judge.ts'
import { given } from './check-evidence.ts'

// What `check` says about the other webhooks, and when it calls that a failure. Ours is of configuration `conf`.

const { call, well, created, untouched, unread } = given
const own = call('conf')
const beside = (...calls: readonly PodCall[]) => ({ calls: { kind: 'found', value: calls } }) as const
const leave = { question: { ...well.question, devices: 'leave' } } as const
const early = call('a-mutating-config', { name: 'a-mutating-config.k8s.cni.cncf.io' })
const late = call('x-mutating-config', { name: 'x-mutating-config.k8s.cni.cncf.io' })
const inNamespace = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } })

const cases: readonly { name: string; evidence: Partial<Evidence>; says: readonly [Answer['kind'], RegExp] }[] = [
  { name: 'nobody else', evidence: {}, says: ['ok', /^no other webhook is called after bond-injector/] },
  {
    name: 'they may not be listed: said, and no failure',
    evidence: { calls: unread },
    says: ['untold', /could not be read \(x is forbidden\)$/],
  },
  { name: 'a server that has none', evidence: { calls: { kind: 'absent' } }, says: ['untold', /could not be read/] },
  {
    name: 'ours is not among them',
    evidence: beside(call('another')),
    says: ['untold', /waits for a webhook that is registered/],
  },
  {
    name: 'a known one that may double devices is no failure',
    evidence: beside(own, late),
    says: ['doubtful', /--honor-resources/],
  },
  { name: 'a stranger', evidence: beside(own, call('z')), says: ['ok', /^z is called after/] },
  {
    name: 'one that other namespaces have to themselves',
    evidence: beside(own, call('z', { namespaceSelector: inNamespace('other') })),
    says: ['ok', /^no other webhook/],
  },
  {
    name: 'one of this namespace',
    evidence: beside(own, call('z', { namespaceSelector: inNamespace('demo') })),
    says: ['ok', /^z is called/],
  },
  {
    name: 'a label that the namespace may have, where its labels could not be read',
    evidence: {
      ...beside(own, call('z', { namespaceSelector: { matchLabels: { a: 'b' } } })),
      namespaceLabels: unread,
    },
    says: ['ok', /^z is called/],
  },
  {
    name: 'another namespace, where labels could not be read',
    evidence: { ...beside(own, call('z', { namespaceSelector: inNamespace('other') })), namespaceLabels: unread },
    says: ['ok', /^no other webhook/],
  },
  {
    name: 'one for pods of another bond',
    evidence: beside(own, call('z', { objectSelector: { matchLabels: { 'bond-injector.io/bond': 'x' } } })),
    says: ['ok', /^no other webhook/],
  },
  {
    name: 'one that selects by a label which pods may have',
    evidence: beside(own, call('z', { objectSelector: { matchLabels: { team: 'x' } } })),
    says: ['ok', /^z is called/],
  },
  {
    name: 'nobody adds devices, and the pod has none: a failure',
    evidence: { ...leave, ...beside(early, own), complete: created({ devices: '0' }) },
    says: ['failed', /adds no devices for the links$/],
  },
  {
    name: 'nobody adds devices, for all that is seen, and no pod came back to tell',
    evidence: { ...leave, ...beside(early, own), complete: untouched },
    says: ['failed', /adds no devices for the links$/],
  },
  {
    name: 'nobody adds devices, for all that is seen, and yet the pod has them',
    evidence: { ...leave, ...beside(early, own) },
    says: ['doubtful', /adds no devices for the links; but a pod came back with its devices$/],
  },
]
for (const { name, evidence, says } of cases) {
  t.test(name, async t => {
    const answers = judge({ ...well, ...evidence }).filter(({ topic }) => topic === 'order')
    t.equal(answers.length, 1)
    const [answer] = answers
    t.equal(answer?.kind, says[0])
    t.match(answer && text(answer), says[1])
  })
}

t.test('each that something is known of has an answer of its own, at the end', async t => {
  const kubemacpool = call('kubemacpool-mutator', { name: 'mutatepods.kubemacpool.io' })
  const answers = judge({ ...well, ...beside(early, own, kubemacpool, call('z')) }).slice(6)
  t.match(answers.map(text), [/a-mutating-config/, /kubemacpool-mutator/, /^z /])
})

function text(answer: Answer): string {
  switch (answer.kind) {
    case 'ok':
      return answer.fact
    case 'untold':
      return answer.reason
    default:
      return answer.problem
  }
}
